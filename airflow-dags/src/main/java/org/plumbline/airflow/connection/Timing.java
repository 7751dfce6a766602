package org.plumbline.airflow.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

/// What time it is, and how it is let pass: a test's passes at once.
public interface Timing {

    Instant now();

    /// Nanoseconds from some moment on, to measure spans with.
    long nanos();

    /// Returns when so much time has passed.
    ///
    /// @throws CancellationException where the thread is interrupted, which it stays
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
                    throw interrupted();
                }
            }

            @Override
            public double jitter() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }

    /// What is thrown where a thread that asks or waits is interrupted.
    static CancellationException interrupted() {
        return new CancellationException("interrupted while waiting for Airflow");
    }
}
