/// Measures what belongs to ingest alone: whether the words that people pointed at are in the texts, and how fast
/// texts are read. Reads data in the layouts of the evaluation sets; writes to stdout only.
@NullMarked
package org.plumbline.ingest.evaluate;

import org.jspecify.annotations.NullMarked;
