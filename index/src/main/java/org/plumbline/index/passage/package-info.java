/// Where a section is cut into passages, and which sections of an article are indexed. Reads texts; writes nothing.
@NullMarked
package org.plumbline.index.passage;

import org.jspecify.annotations.NullMarked;
