/// Named lists of sources (journals, publishers, kinds of publication) that a request can choose or leave out.
///
/// Reads `<home>/lists/*.yaml` and the lists that come with the program, writes nothing.
@NullMarked
package org.plumbline.citations.sources;

import org.jspecify.annotations.NullMarked;
