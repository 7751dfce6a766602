package org.plumbline.ingest.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;

/// What was tried of each source, with its outcome: a run that failed or was killed publishes nothing, and would
/// otherwise leave no trace. The newest are kept, in `corpus/attempts/`, one file a source and kind of work,
/// written whole each time. Who writes sees to it that there is one writer of a source at a time.
public final class Attempts {

    static final int KEPT = 50;
    private static final int LONGEST_FAULT = 400;

    /// What is tried.
    public enum Work {
        /// Bringing files from where the source publishes them.
        FETCH,
        /// Taking files into the corpus.
        TAKE
    }

    private final CorpusHome home;
    private final Clock clock;

    public Attempts(CorpusHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// Works, and notes when that began and how it ended: what it throws is noted and thrown on.
    public <T> T during(Source source, Work work, Supplier<T> action) {
        Attempt attempt = begin(source, work);
        T result;
        try {
            result = action.get();
        } catch (RuntimeException | Error fault) {
            noteFault(attempt, fault);
            throw fault;
        }
        note(attempt.end(now(), "", result instanceof RunReport report ? report : null));
        return result;
    }

    /// The newest attempts, oldest first; none where there were none.
    public static List<Attempt> of(CorpusHome home, Source source, Work work) {
        Path file = file(home, source, work);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> Json.read(line, Attempt.class)).toList();
        } catch (IOException | UncheckedIOException | WrongInputException e) {
            throw new WrongInputException(
                    file + ": cannot be read (" + e.getMessage() + "); move it away, it only tells of past runs", e);
        }
    }

    private Attempt begin(Source source, Work work) {
        ProcessHandle self = ProcessHandle.current();
        Attempt attempt = new Attempt(source, work, now().toString(), null, "", null, host(), self.pid(), began(self));
        note(attempt);
        return attempt;
    }

    private void noteFault(Attempt attempt, Throwable fault) {
        try {
            note(attempt.end(now(), oneLine(fault), null));
        } catch (WrongInputException second) {
            fault.addSuppressed(second);
        }
    }

    /// The attempt in place of the same one without its end, else after the others.
    private void note(Attempt attempt) {
        List<Attempt> attempts = new ArrayList<>(of(home, attempt.source(), attempt.work()));
        attempts.removeIf(other ->
                other.ended() == null && other.began().equals(attempt.began()) && other.process() == attempt.process());
        attempts.add(attempt);
        StringBuilder lines = new StringBuilder();
        attempts.subList(Math.max(0, attempts.size() - KEPT), attempts.size())
                .forEach(each -> lines.append(Json.line(each)).append('\n'));
        Path file = file(home, attempt.source(), attempt.work());
        try {
            Files.createDirectories(file.getParent());
            CorpusHome.write(file, lines.toString());
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new WrongInputException(
                    file + ": cannot be written (" + cause.getMessage()
                            + "); free some space, or give this user the right",
                    e);
        }
    }

    private static Path file(CorpusHome home, Source source, Work work) {
        String name = source.word() + "-" + (work == Work.FETCH ? "fetch" : "take") + ".jsonl";
        return home.folder().resolve("attempts").resolve(name);
    }

    /// Wrong input says itself what is wrong; of our own faults the kind and the first line of its message.
    private static String oneLine(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        String words = fault instanceof WrongInputException
                ? String.join(
                        "; ", Arrays.asList(String.valueOf(fault.getMessage()).split("\\s*\\R\\s*")))
                : "a fault of ours: " + fault.getClass().getSimpleName() + ": " + message;
        return words.length() <= LONGEST_FAULT ? words : words.substring(0, LONGEST_FAULT) + "…";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    static String host() {
        String given = System.getenv("HOSTNAME");
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
