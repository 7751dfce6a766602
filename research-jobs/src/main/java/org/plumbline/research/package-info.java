/// The commands that turn a request into a report: reads a snapshot, writes the files of a job.
@NullMarked
package org.plumbline.research;

import org.jspecify.annotations.NullMarked;
