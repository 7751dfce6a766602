package org.plumbline.ingest.fetch;

import java.nio.file.Path;

/// A file as it came, checked and whole.
///
/// @param md5 of its bytes, 32 lower-case hex digits
/// @param etag as the host gave it, else empty
/// @param lastModified as the host gave it, else empty
public record Fetched(Path file, long sizeBytes, String md5, String etag, String lastModified) {}
