/// Starts the child JVMs that take documents apart, and says how each document came out: its XHTML in a file, or the
/// reason why there is none. Time, memory, files written and (where the system allows it) the network are bounded.
@NullMarked
package org.plumbline.ingest.document.jail;

import org.jspecify.annotations.NullMarked;
