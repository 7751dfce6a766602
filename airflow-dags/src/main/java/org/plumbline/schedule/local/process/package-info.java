/// Starts programs that outlive this one, finds them again, ends them with all that they started, and lets one
/// process at a time do so. Reads the system's table of processes; writes lock files and the words of programs.
@NullMarked
package org.plumbline.schedule.local.process;

import org.jspecify.annotations.NullMarked;
