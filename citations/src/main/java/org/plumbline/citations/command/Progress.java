package org.plumbline.citations.command;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;

/// Tells on stderr what is going on, how fast, and how long it may take: a person at a terminal in one line that
/// changes, a scheduler's log in a line now and then. Short work is not spoken of in a log.
public final class Progress {

    private static final Duration AT_A_TERMINAL = Duration.ofMillis(500);
    private static final Duration IN_A_LOG = Duration.ofSeconds(30);

    private enum Manner {
        ONE_LINE,
        LOG,
        SILENT
    }

    private final PrintStream err;
    private final Manner manner;
    private final Duration between;

    private Progress(PrintStream err, Manner manner, Duration between) {
        this.err = err;
        this.manner = manner;
        this.between = between;
    }

    /// Talks to stderr, as a terminal or a log is there.
    public static Progress toTerminal() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? new Progress(System.err, Manner.ONE_LINE, AT_A_TERMINAL) : toLog(System.err, IN_A_LOG);
    }

    public static Progress silent() {
        return new Progress(System.err, Manner.SILENT, IN_A_LOG);
    }

    /// Talks to a log, in whole lines.
    ///
    /// @param between two lines of one stretch of work
    public static Progress toLog(PrintStream log, Duration between) {
        return new Progress(log, Manner.LOG, between);
    }

    /// Tells what happens now.
    public void say(String words) {
        if (manner != Manner.SILENT) {
            err.print((manner == Manner.ONE_LINE ? "\r\033[K" : "plumbline: ") + words + "\n");
            err.flush();
        }
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
        return stage(name, totalBytes, done, Progress::megabytes);
    }

    /// Work on so many things, of which `done` tells how many are behind.
    ///
    /// @param things such as "articles"
    public Stage counting(String name, long total, String things, LongSupplier done) {
        return stage(name, total, done, count -> String.format(Locale.ROOT, "%,.0f %s", count, things));
    }

    private Stage stage(String name, long total, LongSupplier done, DoubleFunction<String> words) {
        if (manner == Manner.SILENT) {
            return () -> {};
        }
        long began = System.nanoTime();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        var _ = timer.scheduleAtFixedRate(
                () -> show(line(name, total, done.getAsLong(), System.nanoTime() - began, words)),
                manner == Manner.LOG ? between.toMillis() : 0,
                between.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> {
            timer.shutdownNow();
            end(name, System.nanoTime() - began);
        };
    }

    private void show(String line) {
        err.print(manner == Manner.LOG ? "plumbline: " + line + "\n" : "\r\033[K" + line);
        err.flush();
    }

    private void end(String name, long nanos) {
        if (manner == Manner.ONE_LINE) {
            err.print("\r\033[K");
        } else if (nanos >= between.toNanos()) {
            err.print("plumbline: " + name + ": done in " + time(nanos / 1e9) + "\n");
        }
        err.flush();
    }

    /// What stands in the line after so many nanoseconds.
    static String line(String name, long total, long done, long nanos, DoubleFunction<String> words) {
        double seconds = nanos / 1e9;
        if (done <= 0 || total <= 0) {
            return name + ": " + time(seconds);
        }
        return String.format(
                Locale.ROOT,
                "%s: %d %% of %s, %s/s, %s left",
                name,
                Math.min(100, 100 * done / total),
                words.apply((double) total),
                words.apply(done / Math.max(seconds, 1e-3)),
                time(Math.max(0, seconds * (total - done) / done)));
    }

    static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h";
    }
}
