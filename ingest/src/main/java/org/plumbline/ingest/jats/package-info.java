/// Reads JATS full texts (and PubMed Central's metadata beside them), one article in memory at a time; writes
/// nothing.
@NullMarked
package org.plumbline.ingest.jats;

import org.jspecify.annotations.NullMarked;
