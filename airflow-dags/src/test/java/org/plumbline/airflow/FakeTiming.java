package org.plumbline.airflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.airflow.connection.Timing;

/// Time that passes only where somebody waits.
final class FakeTiming implements Timing {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicLong passed = new AtomicLong();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return START.plusNanos(passed.get());
    }

    @Override
    public long nanos() {
        return passed.get();
    }

    @Override
    public void pause(Duration span) {
        pauses.add(span);
        pass(span);
    }

    void pass(Duration span) {
        passed.addAndGet(span.toNanos());
    }

    /// The longest wait.
    @Override
    public double jitter() {
        return 1;
    }
}
