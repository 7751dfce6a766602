/// Reference lists in Vancouver style, rendered from stored metadata by a CSL processor. Reads articles; returns
/// plain text, which whoever prints it escapes.
@NullMarked
package org.plumbline.citations.style;

import org.jspecify.annotations.NullMarked;
