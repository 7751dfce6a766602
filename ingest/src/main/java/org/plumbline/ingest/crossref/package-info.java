/// Reads Crossref's works: metadata that complete the article which has their DOI, and what they say of
/// retractions, corrections and versions. Reads streams, writes nothing.
@NullMarked
package org.plumbline.ingest.crossref;

import org.jspecify.annotations.NullMarked;
