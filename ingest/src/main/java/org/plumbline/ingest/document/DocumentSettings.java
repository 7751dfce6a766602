package org.plumbline.ingest.document;

import java.time.Duration;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.document.jail.Bounds;

/// The section `documents` of a home's `plumbline.yaml`: what one document may cost. What is not given, or 0, takes
/// the default.
///
/// @param children child JVMs at once (2)
/// @param heapMegabytes of each (512)
/// @param seconds for one document (60)
/// @param megabytes of one file (256)
/// @param pages of one PDF (2,000)
/// @param characters of one PDF (20,000,000)
public record DocumentSettings(
        int children, int heapMegabytes, int seconds, int megabytes, int pages, long characters) {

    /// The section's name.
    public static final String SECTION = "documents";

    public static final DocumentSettings DEFAULT = new DocumentSettings(0, 0, 0, 0, 0, 0);

    private static final int LEAST_HEAP = 64;

    public DocumentSettings {
        if (children < 0 || seconds < 0 || megabytes < 0 || pages < 0 || characters < 0) {
            throw new WrongInputException("a bound below 0; leave it out for the default");
        }
        if (heapMegabytes != 0 && heapMegabytes < LEAST_HEAP) {
            throw new WrongInputException("heapMegabytes " + heapMegabytes + ": give " + LEAST_HEAP + " at least");
        }
    }

    Bounds bounds() {
        Bounds standard = Bounds.DEFAULT;
        return new Bounds(
                megabytes == 0 ? standard.bytes() : (long) megabytes << 20,
                pages == 0 ? standard.pages() : pages,
                characters == 0 ? standard.characters() : characters,
                seconds == 0 ? standard.time() : Duration.ofSeconds(seconds),
                heapMegabytes == 0 ? standard.heapMegabytes() : heapMegabytes,
                children == 0 ? standard.children() : children);
    }
}
