/// PubMed's citation files from NLM's server or a mirror of it: what its listings have and the corpus has not, in
/// number order, batch by batch.
///
/// Reads the listings of `baseline/` and `updatefiles/`, writes batches below `<home>/fetched/pubmed`.
@NullMarked
package org.plumbline.ingest.fetch.pubmed;

import org.jspecify.annotations.NullMarked;
