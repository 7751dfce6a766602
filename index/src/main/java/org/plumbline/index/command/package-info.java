/// The commands of the index, as people and schedulers call them. Reads and writes `<home>/index`; prints results
/// to stdout.
@NullMarked
package org.plumbline.index.command;

import org.jspecify.annotations.NullMarked;
