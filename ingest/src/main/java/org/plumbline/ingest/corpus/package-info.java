/// Where the corpus lies and what it holds, without Spark: paths, the lock, `CURRENT.json`, small reads of its
/// Delta tables at the published versions.
///
/// Writes `CURRENT.json`, the lock and the home's format; the tables themselves are written by `ingest.spark`.
@NullMarked
package org.plumbline.ingest.corpus;

import org.jspecify.annotations.NullMarked;
