/// What every reader shares: deliveries, quarantine, and guarded XML streams. Reads bounded input; writes nothing.
@NullMarked
package org.plumbline.ingest.text;

import org.jspecify.annotations.NullMarked;
