/// Which articles have no vector yet? Embeds them, newest first, and publishes a snapshot that has their vectors.
/// Reads the current snapshot and the store of vectors; writes that store, vector parts and snapshots.
@NullMarked
package org.plumbline.index.embed;

import org.jspecify.annotations.NullMarked;
