package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;

/// Tries again what may succeed: after a wait that doubles from half a second to a minute, spread by half, and is
/// at least what the host asks for. Gives up after so many failures in a row without a byte of progress.
final class Persistence {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_OWN_WAIT = Duration.ofMinutes(1);

    /// Even with progress each time.
    private static final int MOST_IN_ALL = 200;

    private final int attempts;
    private final Duration longestWait;
    private final Timing timing;
    private final Traffic traffic;

    /// One try.
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException, NotFetchedException;
    }

    Persistence(FetchSettings settings, Timing timing, Traffic traffic) {
        this.attempts = settings.attempts();
        this.longestWait = Duration.ofSeconds(settings.longestWaitSeconds());
        this.timing = timing;
        this.traffic = traffic;
    }

    /// What the attempt gives, in the end.
    ///
    /// @param progress how far it has come; failures after which it stands higher than ever do not count
    <T> T persist(HttpUrl address, LongSupplier progress, Attempt<T> attempt) throws NotFetchedException {
        int inARow = 0;
        long farthest = progress.getAsLong();
        for (int all = 1; ; all++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                boolean moved = progress.getAsLong() > farthest;
                farthest = Math.max(farthest, progress.getAsLong());
                inARow = moved ? 1 : inARow + 1;
                if (inARow >= attempts || all >= MOST_IN_ALL) {
                    throw new NotFetchedException(
                            NotFetchedException.Reason.UNREACHABLE,
                            Addresses.shown(address) + ": " + reason(e) + ", tried " + all + " times; run this again",
                            e);
                }
                pause(address, inARow, e);
            }
        }
    }

    private void pause(HttpUrl address, int inARow, IOException fault) throws NotFetchedException {
        Duration asked = fault instanceof AgainException again ? again.atLeast() : Duration.ZERO;
        if (asked.compareTo(longestWait) > 0) {
            throw new NotFetchedException(
                    NotFetchedException.Reason.UNREACHABLE,
                    Addresses.shown(address) + ": " + reason(fault) + " and asks to wait " + asked.toSeconds()
                            + " s; run this again after that",
                    fault);
        }
        traffic.retry();
        Duration wait = backoff(inARow);
        timing.pause(asked.compareTo(wait) > 0 ? asked : wait);
    }

    /// Waits before something that came, but wrongly, is fetched again.
    ///
    /// @param attempt how often it was, from 1
    void pauseBeforeAnother(int attempt) {
        traffic.retry();
        timing.pause(backoff(attempt));
    }

    private Duration backoff(int inARow) {
        Duration full = FIRST_WAIT.multipliedBy(1L << Math.min(inARow - 1, 10));
        long most = Math.min(full.toMillis(), LONGEST_OWN_WAIT.toMillis());
        return Duration.ofMillis((long) (most * (0.5 + timing.jitter() / 2)));
    }

    private static String reason(IOException fault) {
        String said = fault instanceof AgainException ? fault.getMessage() : "no whole answer";
        return fault instanceof AgainException
                ? String.valueOf(said)
                : said + " (" + fault.getClass().getSimpleName() + ")";
    }
}
