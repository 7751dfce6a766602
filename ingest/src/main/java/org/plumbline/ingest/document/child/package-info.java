/// What runs in the child JVM, away from the corpus: takes one untrusted document apart and writes what stands on
/// its pages as XHTML to a file. Reads PDF (PDFBox), web pages (jsoup) and, through Tika's own parser, DOCX;
/// decides nothing but whether the document can be read at all. Nothing here is called by the rest of the program:
/// Tika's Pipes server names these classes in its configuration.
@NullMarked
package org.plumbline.ingest.document.child;

import org.jspecify.annotations.NullMarked;
