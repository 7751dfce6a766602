package org.plumbline.airflow.connection;

import java.time.Duration;

/// What one question may take.
///
/// @param connect to reach the server
/// @param read without a byte from it
/// @param call one try in all, but for logs
/// @param log one try of a whole log in all
/// @param attempts tries of what is safe to try again, from 1
/// @param longestWait between two tries; a server that asks for more gets a refusal instead
/// @param mostBytes of an answer, unpacked, but for logs
public record Bounds(
        Duration connect,
        Duration read,
        Duration call,
        Duration log,
        int attempts,
        Duration longestWait,
        long mostBytes) {

    private static final long MIB = 1L << 20;

    public Bounds {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt");
        }
    }

    /// All tries of one question together, waits included: no other try begins after it.
    public Duration whole() {
        return call.multipliedBy(2);
    }

    /// 5 s to connect, 30 s without a byte, a minute a try, half an hour a log, 4 tries with waits up to 30 s, 32 MiB.
    public static Bounds usual() {
        return new Bounds(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(30),
                4,
                Duration.ofSeconds(30),
                32 * MIB);
    }

    /// One try within such a time, for those who must not be held up.
    public static Bounds atOnce(Duration most) {
        return new Bounds(most, most, most, most, 1, Duration.ZERO, MIB);
    }
}
