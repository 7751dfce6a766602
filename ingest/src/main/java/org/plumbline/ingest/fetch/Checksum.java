package org.plumbline.ingest.fetch;

import java.net.URI;
import java.util.Locale;

/// What a source says of a file's bytes.
public sealed interface Checksum {

    /// Nothing; the size alone is checked.
    record Unknown() implements Checksum {}

    /// The file's MD5.
    ///
    /// @param hex 32 lower-case hex digits
    record Md5(String hex) implements Checksum {
        public Md5 {
            hex = hex.toLowerCase(Locale.ROOT);
            if (!hex.matches("[0-9a-f]{32}")) {
                throw new IllegalArgumentException("not an MD5: " + hex);
            }
        }
    }

    /// The MD5 stands at an address, anywhere in a short text; asked anew for each try, as file and checksum may be
    /// replaced one after the other.
    record Md5At(URI address) implements Checksum {}
}
