/// Tells by a file's first bytes what it is, whatever its name says.
@NullMarked
package org.plumbline.ingest.document.format;

import org.jspecify.annotations.NullMarked;
