/// How a snapshot is made: shards are written article by article, then published at once. Reads articles with their
/// texts; writes `<home>/index`. Knows nothing of Spark.
@NullMarked
package org.plumbline.index.build;

import org.jspecify.annotations.NullMarked;
