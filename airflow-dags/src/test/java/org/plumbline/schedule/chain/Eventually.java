package org.plumbline.schedule.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Waits for a real server's state, within a bound that only what hangs reaches, however busy the machine is.
final class Eventually {

    private static final Duration MOST = Duration.ofMinutes(20);

    private Eventually() {}

    static void eventually(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(MOST);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
