/// The walk of a job: which step follows which, and what file each leaves. Reads a snapshot; writes a job's
/// directory.
@NullMarked
package org.plumbline.research.pipeline;

import org.jspecify.annotations.NullMarked;
