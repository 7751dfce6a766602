package org.plumbline.ingest.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// What time it is, and how it is let pass: a test's passes at once.
public interface Timing {

    Instant now();

    /// Nanoseconds from some moment on, to measure spans with.
    long nanos();

    /// Returns when so much time has passed.
    void pause(Duration span);

    /// A number from 0 up to 1, by which a wait is spread so that not all come back at once.
    double jitter();

    /// The machine's time.
    static Timing of(Clock clock) {
        return new Timing() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration span) {
                try {
                    Thread.sleep(span);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for a source", e);
                }
            }

            @Override
            public double jitter() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
