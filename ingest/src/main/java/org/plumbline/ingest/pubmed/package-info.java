/// Reads NLM's citation XML as a stream; writes nothing.
@NullMarked
package org.plumbline.ingest.pubmed;

import org.jspecify.annotations.NullMarked;
