package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.time.Duration;

/// A host answered that it may be asked again later.
final class AgainException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    /// @param wait what the host asked for; zero where it said nothing
    AgainException(String message, Duration wait) {
        super(message);
        this.wait = wait;
    }

    Duration atLeast() {
        return wait;
    }
}
