package org.plumbline.ingest.fetch;

import java.util.concurrent.atomic.LongAdder;

/// Counts what went over the net. For several threads.
public final class Traffic {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder resumed = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /// What has gone over the net so far.
    ///
    /// @param requests answered or not
    /// @param retried tried again after a failure or an answer that asked for it
    /// @param resumed downloads that went on where they had been cut
    /// @param bytes of answers' bodies, as they came
    public record Totals(long requests, long retried, long resumed, long bytes) {}

    void request() {
        requests.increment();
    }

    void retry() {
        retried.increment();
    }

    void resume() {
        resumed.increment();
    }

    void received(long count) {
        bytes.add(count);
    }

    long bytes() {
        return bytes.sum();
    }

    Totals totals() {
        return new Totals(requests.sum(), retried.sum(), resumed.sum(), bytes.sum());
    }
}
