/// What a sentence of a study reports: its figures, the direction of the effect, how much it is worth quoting, and
/// what a question asks for. Pure functions of words; reads one small model from the class path, writes nothing.
@NullMarked
package org.plumbline.research.evidence;

import org.jspecify.annotations.NullMarked;
