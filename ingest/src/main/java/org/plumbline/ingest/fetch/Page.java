package org.plumbline.ingest.fetch;

/// A short answer, kept in memory.
///
/// @param etag as the host gives it, else empty
/// @param lastModified as the host gives it, else empty
public record Page(String body, String etag, String lastModified) {}
