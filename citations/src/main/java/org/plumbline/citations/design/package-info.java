/// What kind of study an article reports, in whom and of what age, and which signal says so. Reads publication
/// types, headings and words; writes nothing.
@NullMarked
package org.plumbline.citations.design;

import org.jspecify.annotations.NullMarked;
