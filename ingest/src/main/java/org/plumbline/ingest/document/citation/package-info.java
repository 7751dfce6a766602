/// Reads citations as reference managers write them (RIS) into records of source CITATION, with title and abstract
/// as their text. Writes nothing.
@NullMarked
package org.plumbline.ingest.document.citation;

import org.jspecify.annotations.NullMarked;
