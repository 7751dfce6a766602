/// Spark's part of the build: joins articles to their texts and hands them, shard by shard, to the writer. Reads
/// the corpus tables at one version; writes shards.
@NullMarked
package org.plumbline.index.spark;

import org.jspecify.annotations.NullMarked;
