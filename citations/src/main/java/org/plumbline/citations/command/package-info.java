/// How every command of the project answers: exit codes, one-line errors, the home folder. Writes to stderr only.
@NullMarked
package org.plumbline.citations.command;

import org.jspecify.annotations.NullMarked;
