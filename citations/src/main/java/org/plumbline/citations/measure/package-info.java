/// How every `evaluate` command states what it measured: figures with their 95 % intervals. Computes, reads and
/// writes nothing.
@NullMarked
package org.plumbline.citations.measure;

import org.jspecify.annotations.NullMarked;
