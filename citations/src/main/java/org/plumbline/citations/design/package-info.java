/// What kind of study an article reports, and which signal says so. Reads publication types and words; writes
/// nothing.
@NullMarked
package org.plumbline.citations.design;

import org.jspecify.annotations.NullMarked;
