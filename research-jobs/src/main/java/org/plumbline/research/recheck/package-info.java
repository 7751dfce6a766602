/// Does a delivered report still stand? Reads the reports of finished jobs and the current snapshot, compares what was
/// known of each cited article with what is known now, reads the quotes of touched reports again, and writes what it
/// found beside the report (`recheck.json`). A report itself is never edited.
@NullMarked
package org.plumbline.research.recheck;

import org.jspecify.annotations.NullMarked;
