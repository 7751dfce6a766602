package org.plumbline.ingest.intake;

/// A file with the digest of its bytes, and whether it is what its source said it would be.
///
/// @param sha256 of its bytes as stored and those of its sidecars, which the record is made of too: 64 lower-case
///     hex digits; empty where it could not be read
/// @param fault why it is not to be read, in one line; empty where nothing is known against it
public record CheckedFile(SourceFile file, String sha256, String fault) {

    /// Whether it is to be read.
    public boolean sound() {
        return fault.isEmpty();
    }

    /// What tells whether this file was taken before, in the same state.
    public String identity() {
        return file.name() + "\t" + sha256 + "\t" + (sound() ? "sound" : "unsound");
    }
}
