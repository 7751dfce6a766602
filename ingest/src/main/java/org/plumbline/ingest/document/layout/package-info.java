/// Makes readable text out of the lines of printed pages: takes off running heads and page numbers, puts columns in
/// order, joins lines to paragraphs and paragraphs across pages, undoes hyphenation, finds headings, and keeps
/// captions, tables and small print beside the sentences that they interrupt. Reads and writes nothing.
@NullMarked
package org.plumbline.ingest.document.layout;

import org.jspecify.annotations.NullMarked;
