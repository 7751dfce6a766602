/// The commands that take in literature: reads files as their publishers lay them out, writes the corpus tables.
@NullMarked
package org.plumbline.ingest;

import org.jspecify.annotations.NullMarked;
