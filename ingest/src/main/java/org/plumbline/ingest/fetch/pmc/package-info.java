/// PMC's open-access articles from its public bucket over plain HTTPS, or a mirror of it: what is new or changed by
/// the daily inventory, or a list of articles; only what its licence allows to be kept.
///
/// Reads the inventory, `metadata/` and the XML of articles; writes them below `<home>/fetched/pmc` in the bucket's
/// own layout, beside each its row of the inventory, and what is gone as a file of removals.
@NullMarked
package org.plumbline.ingest.fetch.pmc;

import org.jspecify.annotations.NullMarked;
