package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.time.Duration;

/// Cuts an answer that comes too slowly to ever end: each minute must bring its bytes. For one thread.
final class Pace {

    private static final Duration SPAN = Duration.ofMinutes(1);

    private final long slowestBytesPerSecond;
    private final Timing timing;
    private long beganNanos;
    private long bytes;

    Pace(long slowestBytesPerSecond, Timing timing) {
        this.slowestBytesPerSecond = slowestBytesPerSecond;
        this.timing = timing;
    }

    void begin() {
        beganNanos = timing.nanos();
        bytes = 0;
    }

    /// @throws IOException where the last minute brought too little
    void passed(long count) throws IOException {
        bytes += count;
        long nanos = timing.nanos() - beganNanos;
        if (nanos < SPAN.toNanos()) {
            return;
        }
        if (bytes < slowestBytesPerSecond * (nanos / 1e9)) {
            throw new SlowAnswerException(bytes + " bytes in " + nanos / 1_000_000_000 + " s");
        }
        begin();
    }

    /// Said where it ends a fetch.
    static final class SlowAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        SlowAnswerException(String message) {
            super(message);
        }
    }
}
