package org.plumbline.ingest.spark;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// Tells a person at a terminal what is going on and how long it may take; silent elsewhere.
public final class Progress {

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final PrintStream err;
    private final boolean terminal;

    private Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /// Talks to stderr where the process has a terminal.
    public static Progress toTerminal() {
        return new Progress(
                System.err,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    public static Progress silent() {
        return new Progress(System.err, false);
    }

    /// A stretch of work, shown until it is closed.
    public interface Stage extends AutoCloseable {
        @Override
        void close();
    }

    /// Work whose extent is not known.
    public Stage stage(String name) {
        return stage(name, 0, () -> 0);
    }

    /// Work on so many bytes, of which `done` tells how many are behind.
    public Stage stage(String name, long totalBytes, LongSupplier done) {
        return stage(name, totalBytes, done, total -> String.format(Locale.ROOT, "%.1f MB", total / 1e6));
    }

    /// Work on so many things, of which `done` tells how many are behind.
    ///
    /// @param things such as "articles"
    public Stage counting(String name, long total, String things, LongSupplier done) {
        return stage(name, total, done, all -> String.format(Locale.ROOT, "%,d %s", all, things));
    }

    private Stage stage(String name, long total, LongSupplier done, LongFunction<String> words) {
        if (!terminal) {
            return () -> {};
        }
        long began = System.nanoTime();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        var _ = timer.scheduleAtFixedRate(
                () -> show(name, total, done.getAsLong(), System.nanoTime() - began, words),
                0,
                BETWEEN.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> {
            timer.shutdownNow();
            err.print("\r\033[K");
            err.flush();
        };
    }

    private void show(String name, long total, long done, long nanos, LongFunction<String> words) {
        double seconds = nanos / 1e9;
        String line = done <= 0 || total <= 0
                ? String.format(Locale.ROOT, "%s … %.0f s", name, seconds)
                : String.format(
                        Locale.ROOT,
                        "%s … %d %% of %s, %.0f s left",
                        name,
                        Math.min(100, 100 * done / total),
                        words.apply(total),
                        Math.max(0, seconds * (total - done) / done));
        err.print("\r\033[K" + line);
        err.flush();
    }
}
