package org.plumbline.airflow.connection;

import java.time.Duration;
import java.util.function.Supplier;
import org.plumbline.airflow.connection.Operation.Repeat;
import org.plumbline.airflow.connection.Outcome.Again;
import org.plumbline.airflow.connection.Outcome.TokenRejected;
import org.plumbline.airflow.connection.Outcome.Told;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Unavailable;

/// Tries again what may be tried again: after a wait that doubles from a quarter of a second, spread by half, and is at
/// least what the server asks for.
final class Persistence {

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    private final Bounds bounds;
    private final Timing timing;

    Persistence(Bounds bounds, Timing timing) {
        this.bounds = bounds;
        this.timing = timing;
    }

    /// What it came to in the end: told, or the token rejected.
    <T> Outcome<T> persist(Repeat repeat, Supplier<Outcome<T>> attempt) {
        long start = timing.nanos();
        for (int attempts = 1; ; attempts++) {
            switch (attempt.get()) {
                case Told<T> told -> {
                    return told;
                }
                case TokenRejected<T> rejected -> {
                    return rejected;
                }
                case Again<T> again -> {
                    if (isLast(again, repeat, attempts) || isLate(start)) {
                        return givenUp(again, attempts);
                    }
                    timing.pause(wait(again, attempts));
                }
            }
        }
    }

    private boolean isLast(Again<?> again, Repeat repeat, int attempts) {
        boolean isUnsafe = repeat == Repeat.ONCE && again.effect() == Effect.PERHAPS_DONE;
        return isUnsafe || attempts >= bounds.attempts() || again.atLeast().compareTo(bounds.longestWait()) > 0;
    }

    private boolean isLate(long start) {
        return timing.nanos() - start > bounds.whole().toNanos();
    }

    private <T> Outcome<T> givenUp(Again<T> again, int attempts) {
        String times = attempts == 1 ? "" : ", asked " + attempts + " times";
        String later = again.atLeast().compareTo(bounds.longestWait()) > 0
                ? ", and asks to wait " + again.atLeast().toSeconds() + " s"
                : "";
        return new Told<>(new Refused<>(new Unavailable(again.said() + times + later, again.effect())));
    }

    private Duration wait(Again<?> again, int attempts) {
        Duration full = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        long most = Math.min(full.toMillis(), bounds.longestWait().toMillis());
        Duration own = Duration.ofMillis((long) (most * (0.5 + timing.jitter() / 2)));
        return again.atLeast().compareTo(own) > 0 ? again.atLeast() : own;
    }
}
