/// What a data team looks at: the state of each source, past runs, what lies in quarantine, what made an article.
///
/// Reads `CURRENT.json`, the notes of attempts, `plumbline.yaml`, and the corpus tables at the published version
/// (Delta Kernel, no Spark), writes nothing.
@NullMarked
package org.plumbline.ingest.watch;

import org.jspecify.annotations.NullMarked;
