/// What do words mean, as vectors? Runs the embedding model in this process, and keeps a vector for each article's
/// words by their digest. Reads the model from the class path; writes `<home>/index/vectors`, vector parts, and the
/// user's cache folder (native libraries and the model, unpacked). Never reaches for the net.
@NullMarked
package org.plumbline.index.vector;

import org.jspecify.annotations.NullMarked;
