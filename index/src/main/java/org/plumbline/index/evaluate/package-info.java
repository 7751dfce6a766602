/// How well the index ranks, on judged queries. Reads a folder in BEIR's layout; writes a temporary index.
@NullMarked
package org.plumbline.index.evaluate;

import org.jspecify.annotations.NullMarked;
