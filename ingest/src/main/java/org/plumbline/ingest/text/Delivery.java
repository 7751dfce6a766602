package org.plumbline.ingest.text;

import org.jspecify.annotations.Nullable;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;

/// One thing that a reader found in a file, in file order.
public sealed interface Delivery {

    /// A record, with the text made from it; null for a tombstone and for a record without any words.
    record Read(SourceRecord record, @Nullable Text text) implements Delivery {}

    /// Something that could not be taken. Where the file is broken beyond a place, it is the last delivery.
    record Refused(Quarantined entry) implements Delivery {}

    /// Something well-formed that the corpus does not hold, such as a book: counted, by kind, never stored.
    record SetAside(String kind, String sourceId) implements Delivery {}
}
