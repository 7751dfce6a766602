/// The queue of research requests: the folders of `<home>/jobs`, worked through by any number of workers.
///
/// Submitting moves a complete folder into place; a job is open until its `job.json` says done or failed. Reads and
/// writes job directories, nothing else.
@NullMarked
package org.plumbline.research.queue;

import org.jspecify.annotations.NullMarked;
