/// How the services that answer questions are asked: Crossref, Europe PMC, ClinicalTrials.gov page by page,
/// Retraction Watch's list as one file. What they answer is kept as it came, under `<home>/fetched/<source>/`, and
/// taken in from there by the same readers as any folder.
///
/// Reads `services:` of `plumbline.yaml`, goes through the one door to the net ([org.plumbline.ingest.fetch.Web]).
@NullMarked
package org.plumbline.ingest.services;

import org.jspecify.annotations.NullMarked;
