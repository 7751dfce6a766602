/// What reader and writer of a shard must agree on: the fields of its documents and the analysis of words. Reads
/// and writes nothing itself.
@NullMarked
package org.plumbline.index.lucene;

import org.jspecify.annotations.NullMarked;
