package org.plumbline.ingest.document.jail;

import java.time.Duration;

/// What one document may cost.
///
/// @param bytes of the file
/// @param pages of a PDF
/// @param characters that a PDF paints
/// @param time for one document
/// @param heapMegabytes of a child JVM
/// @param children at once
public record Bounds(long bytes, int pages, long characters, Duration time, int heapMegabytes, int children) {

    /// 256 MiB, 2,000 pages, 20 million characters, a minute, half a gigabyte, two children.
    public static final Bounds DEFAULT = new Bounds(256L << 20, 2_000, 20_000_000, Duration.ofMinutes(1), 512, 2);

    public Bounds {
        if (bytes < 1 || pages < 1 || characters < 1 || time.toMillis() < 1 || heapMegabytes < 32 || children < 1) {
            throw new IllegalArgumentException("bounds of documents must be positive, the heap 32 MB at least");
        }
    }
}
