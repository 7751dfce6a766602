/// One article as a small tree of elements and characters, read from a guarded stream. What is no words of the
/// article (TeX sources, sub-articles, the second form of a thing given in alternatives) never gets into it. Writes
/// nothing.
@NullMarked
package org.plumbline.ingest.jats.tree;

import org.jspecify.annotations.NullMarked;
