/// Measures how well documents are read, against the same articles in XML. Reads a folder of pairs; writes nothing.
@NullMarked
package org.plumbline.ingest.document.evaluate;

import org.jspecify.annotations.NullMarked;
