package org.plumbline.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// A time in which waiting takes none of the test's; each look at it costs a set span. For several threads.
public final class FakeTiming implements Timing {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final long aLookCostsNanos;

    public FakeTiming() {
        this(Duration.ZERO);
    }

    public FakeTiming(Duration aLookCosts) {
        this.aLookCostsNanos = aLookCosts.toNanos();
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.addAndGet(aLookCostsNanos);
    }

    @Override
    public void pause(Duration span) {
        nanos.addAndGet(span.toNanos());
        waited.addAndGet(span.toNanos());
        longest.accumulateAndGet(span.toNanos(), Math::max);
    }

    @Override
    public double jitter() {
        return 0.5;
    }

    public Duration waited() {
        return Duration.ofNanos(waited.get());
    }

    public Duration longestPause() {
        return Duration.ofNanos(longest.get());
    }
}
