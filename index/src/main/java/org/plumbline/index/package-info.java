/// The commands that build and search snapshots: reads one version of the corpus, writes and publishes snapshots.
@NullMarked
package org.plumbline.index;

import org.jspecify.annotations.NullMarked;
