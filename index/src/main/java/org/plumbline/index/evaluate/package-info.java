/// How well the index ranks, on judged queries. Reads a folder in BEIR's or Cohen's layout; writes a temporary index.
/// What
/// reads and indexes judged documents serves whoever measures on top of the index as well.
@NullMarked
package org.plumbline.index.evaluate;

import org.jspecify.annotations.NullMarked;
