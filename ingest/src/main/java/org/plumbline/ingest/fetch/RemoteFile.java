package org.plumbline.ingest.fetch;

import java.net.URI;

/// A file to fetch.
///
/// @param name that it gets, without a folder
/// @param sizeBytes what its source says, about or exactly; 0 where it says nothing. It tells how long a batch
///     takes and is not checked
public record RemoteFile(URI address, String name, long sizeBytes, Checksum checksum) {

    public RemoteFile {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}")) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
    }
}
