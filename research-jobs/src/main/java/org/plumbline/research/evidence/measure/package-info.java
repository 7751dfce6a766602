/// How good the readings of sentences are, measured on Evidence Inference 2.0: commands that read a data folder and
/// print figures, and the one that learns the model of direction.
@NullMarked
package org.plumbline.research.evidence.measure;

import org.jspecify.annotations.NullMarked;
