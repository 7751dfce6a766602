/// Who may write now? Locks on files, held by one process and one holder in it. Reads nothing; writes empty lock files.
@NullMarked
package org.plumbline.index.lock;

import org.jspecify.annotations.NullMarked;
