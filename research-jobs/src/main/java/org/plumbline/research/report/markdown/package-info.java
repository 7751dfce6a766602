/// The report as Markdown, for notes and for plain reading. Reads a report; returns text.
@NullMarked
package org.plumbline.research.report.markdown;

import org.jspecify.annotations.NullMarked;
