/// The report as one self-contained web page, for screens and paper. Reads a report; returns text.
///
/// Every word passes through [org.plumbline.research.report.html.Html], which escapes by construction, and the page
/// is also well-formed XML. It needs no script and asks for nothing from anywhere: its content security policy
/// allows one style sheet, by digest.
@NullMarked
package org.plumbline.research.report.html;

import org.jspecify.annotations.NullMarked;
