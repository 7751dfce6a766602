/// Takes files of any kind out of a folder: tells by their content what they are, has documents (PDF, DOCX, web
/// pages) taken apart in a child JVM, and makes records and texts of them; hands JATS, citation XML, nbib and RIS
/// to the readers of these. Reads files and the child's XHTML; writes only that XHTML, into the corpus' staging
/// folder.
@NullMarked
package org.plumbline.ingest.document;

import org.jspecify.annotations.NullMarked;
