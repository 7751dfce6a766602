package org.plumbline.ingest.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.Attempt;
import org.plumbline.ingest.corpus.Attempts;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.watch.SourceStatus.Freshness;

/// Reads the state of the intake of a home.
public final class StatusReader {

    private final CorpusHome home;
    private final Targets targets;
    private final Instant now;
    private final Optional<CurrentCorpus> current;
    private final Map<Source, SortedMap<String, Long>> quarantined = new EnumMap<>(Source.class);

    private StatusReader(CorpusHome home, Instant now) {
        this.home = home;
        this.targets = Targets.of(home.home());
        this.now = now;
        this.current = CurrentCorpus.find(home);
        Quarantine.of(home)
                .forEachOpen(entry -> quarantined
                        .computeIfAbsent(entry.source(), _ -> new TreeMap<>())
                        .merge(entry.reason(), 1L, Long::sum));
    }

    /// The state now; a home that does not exist yet has an empty corpus.
    public static Status read(Path home, Clock clock) {
        CorpusHome corpus = CorpusHome.existing(home);
        return new StatusReader(corpus, clock.instant().truncatedTo(ChronoUnit.SECONDS)).read();
    }

    private Status read() {
        List<SourceStatus> sources = Stream.of(Source.values())
                .flatMap(source -> find(source).stream())
                .toList();
        boolean healthy = sources.stream().noneMatch(SourceStatus::isWrong);
        return new Status(home.home().toString(), now.toString(), healthy, corpus(), sources);
    }

    private Status.Corpus corpus() {
        long open = quarantined.values().stream()
                .flatMap(reasons -> reasons.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return current.map(corpus -> new Status.Corpus(
                        corpus.version(),
                        corpus.digest(),
                        corpus.counts().articles(),
                        corpus.counts().fullTexts(),
                        corpus.counts().texts(),
                        corpus.counts().aliases(),
                        corpus.counts().events(),
                        open,
                        corpus.counts().standings(),
                        bytes(corpus)))
                .orElseGet(() -> new Status.Corpus(0, "", 0, 0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>()));
    }

    private Optional<SourceStatus> find(Source source) {
        List<Attempt> attempts = new ArrayList<>(Attempts.of(home, source, Attempts.Work.FETCH));
        attempts.addAll(Attempts.of(home, source, Attempts.Work.TAKE));
        attempts.sort(Comparator.comparing(Attempt::began));
        CurrentCorpus.@Nullable Records records =
                current.map(corpus -> corpus.counts().records().get(source)).orElse(null);
        Optional<Duration> target = targets.find(source);
        @Nullable Instant success = lastSuccess(source);
        if (attempts.isEmpty() && records == null && target.isEmpty() && success == null) {
            return Optional.empty();
        }
        @Nullable Duration age = success == null ? null : Duration.between(success, now);
        Duration late = target.isEmpty() || age == null ? Duration.ZERO : age.minus(target.get());
        List<Attempt> over = attempts.stream()
                .filter(attempt -> attempt.isFailure() || attempt.state() == Attempt.State.DONE)
                .toList();
        return Optional.of(new SourceStatus(
                source.word(),
                freshness(target, success, late),
                !over.isEmpty() && over.getLast().isFailure(),
                failuresInARow(over),
                success == null ? null : success.toString(),
                age == null ? null : Math.max(0, age.toSeconds()),
                target.map(Duration::toString).orElse(null),
                Math.max(0, late.toSeconds()),
                records == null ? 0 : records.live(),
                records == null ? 0 : records.deleted(),
                records == null ? "" : records.newestFile(),
                lastRun(over),
                lastFailure(over),
                attempts.stream()
                        .filter(attempt ->
                                attempt.state() == Attempt.State.RUNNING || attempt.state() == Attempt.State.ELSEWHERE)
                        .map(Attempt::began)
                        .reduce((_, last) -> last)
                        .orElse(null),
                quarantined.getOrDefault(source, new TreeMap<>())));
    }

    private @Nullable Instant lastSuccess(Source source) {
        return current.map(corpus -> corpus.sources().get(source))
                .map(run -> Instant.parse(run.ended()))
                .orElse(null);
    }

    private static Freshness freshness(Optional<Duration> target, @Nullable Instant success, Duration late) {
        if (target.isEmpty()) {
            return Freshness.NO_TARGET;
        }
        if (success == null) {
            return Freshness.NEVER;
        }
        return late.isPositive() ? Freshness.LATE : Freshness.FRESH;
    }

    private static int failuresInARow(List<Attempt> over) {
        int failures = 0;
        for (Attempt attempt : over.reversed()) {
            if (!attempt.isFailure()) {
                return failures;
            }
            failures++;
        }
        return failures;
    }

    private static SourceStatus.@Nullable Failure lastFailure(List<Attempt> over) {
        return over.stream()
                .filter(Attempt::isFailure)
                .reduce((_, last) -> last)
                .map(attempt -> new SourceStatus.Failure(
                        attempt.work().name().toLowerCase(java.util.Locale.ROOT), attempt.began(), attempt.explain()))
                .orElse(null);
    }

    private static SourceStatus.@Nullable Run lastRun(List<Attempt> over) {
        return over.stream()
                .flatMap(attempt -> Optional.ofNullable(attempt.report()).stream())
                .filter(report -> report.files().read() > 0)
                .reduce((_, last) -> last)
                .map(StatusReader::run)
                .orElse(null);
    }

    private static SourceStatus.Run run(RunReport report) {
        RunReport.Records records = report.records();
        return new SourceStatus.Run(
                report.run(),
                report.started(),
                report.seconds(),
                report.files().read(),
                report.bytes(),
                records.seen(),
                records.added(),
                records.revised(),
                records.deleted(),
                records.unchanged(),
                report.seconds() <= 0 ? 0 : Math.round(10 * records.seen() / report.seconds()) / 10.0);
    }

    private SortedMap<String, Long> bytes(CurrentCorpus corpus) {
        SortedMap<String, Long> bytes = new TreeMap<>();
        for (String table : corpus.tables().keySet()) {
            bytes.put(table, size(home.table(table)));
        }
        return bytes;
    }

    /// What files below a folder weigh; one that goes while it is looked at weighs nothing.
    private static long size(Path folder) {
        long[] bytes = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
        return bytes[0];
    }
}
