/// In which order do articles that were found by several signals stand? Works on numbers alone: reads scores, makes
/// one score of them and says what each signal added. Knows no index and no text.
@NullMarked
package org.plumbline.index.rank;

import org.jspecify.annotations.NullMarked;
