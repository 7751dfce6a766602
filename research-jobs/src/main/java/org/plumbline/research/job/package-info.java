/// A job's directory: the request, one file for each step that is done, and `job.json` with state and run times.
///
/// Reads and writes `<home>/jobs/<id>/`. Every file appears whole or not at all: it is written under another name,
/// forced to disk, then moved. The directory is the queue's entry too: nothing else has to agree with it.
@NullMarked
package org.plumbline.research.job;

import org.jspecify.annotations.NullMarked;
