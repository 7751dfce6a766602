/// Where sentences begin and end in biomedical English, and which abbreviations a text defines. Reads content and
/// its marks; writes nothing.
@NullMarked
package org.plumbline.citations.text;

import org.jspecify.annotations.NullMarked;
