package org.plumbline.airflow.model;

import java.time.Duration;
import java.util.function.Consumer;

/// How long, and how, a run's end is waited for.
///
/// @param most in all
/// @param every between two looks
/// @param withoutServer how long the server may be away in one piece before that is the answer
/// @param seen told of the run at the first look and at each change of its state
public record Waiting(Duration most, Duration every, Duration withoutServer, Consumer<Run> seen) {

    public Waiting {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a run is looked at every … seconds, not every " + every);
        }
    }

    /// A look every second, a minute of patience with a server that is away.
    public static Waiting atMost(Duration most) {
        return new Waiting(most, Duration.ofSeconds(1), Duration.ofMinutes(1), run -> {});
    }

    public Waiting every(Duration given) {
        return new Waiting(most, given, withoutServer, seen);
    }

    public Waiting withoutServer(Duration given) {
        return new Waiting(most, every, given, seen);
    }

    public Waiting telling(Consumer<Run> given) {
        return new Waiting(most, every, withoutServer, given);
    }
}
