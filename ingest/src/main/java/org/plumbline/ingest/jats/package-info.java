/// Reads JATS full texts as a stream; writes nothing.
@NullMarked
package org.plumbline.ingest.jats;

import org.jspecify.annotations.NullMarked;
