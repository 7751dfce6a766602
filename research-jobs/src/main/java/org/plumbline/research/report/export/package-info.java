/// A report's reference list for reference managers: RIS and BibTeX. Reads a report; returns text.
@NullMarked
package org.plumbline.research.report.export;

import org.jspecify.annotations.NullMarked;
