/// Which articles are read: runs the plan's searches, fuses them, and sets aside what may not be evidence, with the
/// reason. Reads a snapshot; makes `passages.jsonl`.
@NullMarked
package org.plumbline.research.retrieve;

import org.jspecify.annotations.NullMarked;
