package org.plumbline.airflow;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for a real server's state, within a bound.
final class Polling {

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private Polling() {}

    static void until(Duration most, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + most);
                }
                pause();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void pause() {
        pause(BETWEEN);
    }

    static void pause(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
