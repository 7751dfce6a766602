/// Reads lists of retractions and other notices: Retraction Watch's CSV and pairs of publication and notice. Each
/// row becomes a record that makes no article: what it says reaches the publication through its identifiers. Reads
/// streams, writes nothing.
@NullMarked
package org.plumbline.ingest.retractions;

import org.jspecify.annotations.NullMarked;
