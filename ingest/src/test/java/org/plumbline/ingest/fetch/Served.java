package org.plumbline.ingest.fetch;

import java.time.Instant;

/// A file as [PublicSources] serves it.
final class Served {

    private final byte[] bytes;
    private final String etag;
    private final Instant modified;

    /// @param etag with its quotes, or empty
    Served(byte[] bytes, String etag, Instant modified) {
        this.bytes = bytes.clone();
        this.etag = etag;
        this.modified = modified;
    }

    static Served of(byte[] bytes, Instant modified) {
        return new Served(bytes, "\"" + PubmedShelf.md5(bytes) + "\"", modified);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String etag() {
        return etag;
    }

    Instant modified() {
        return modified;
    }
}
