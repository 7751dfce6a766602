/// The words of a JATS article as numbered sections: what stands where, in which order, under which headings. Reads
/// the article's tree; writes nothing.
@NullMarked
package org.plumbline.ingest.jats.words;

import org.jspecify.annotations.NullMarked;
