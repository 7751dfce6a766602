package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CorpusLock;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.CurrentCorpus.LastRun;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.corpus.TakenFiles;
import org.plumbline.ingest.intake.BaselineYear;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.intake.SourceFile;
import org.plumbline.ingest.spark.CorpusWriter;
import org.plumbline.ingest.spark.Progress;
import org.plumbline.ingest.spark.Readers;

/// One run of `ingest pubmed` or `ingest pmc`: what is new among the files is taken in; where nothing is, Spark is
/// not even started.
///
/// @param master Spark's, such as `local[*]`
record IngestRun(Path home, Source source, Readers readers, String master, Clock clock) {

    private static final long BYTES_A_PARTITION = 64L << 20;
    private static final long MOST_PARTITIONS = 2_000;

    /// How many bytes of rows a byte of gzip becomes, and what a record and its text weigh, about.
    private static final long ROW_BYTES_OF_A_GZIP_BYTE = 8;

    private static final long RECORD_BYTES = 4_000;

    RunReport run(List<Path> paths) {
        List<SourceFile> files = Listing.of(source, paths);
        CorpusHome corpus = CorpusHome.create(home);
        try (CorpusLock _ = CorpusLock.take(corpus)) {
            TakenFiles taken = TakenFiles.of(corpus, source);
            requireOneYear(files, taken);
            Progress progress = Progress.toTerminal();
            List<CheckedFile> checked = check(files, progress);
            List<CheckedFile> fresh = checked.stream()
                    .filter(file -> !taken.identities().contains(file.identity()))
                    .toList();
            Optional<CurrentCorpus> current = CurrentCorpus.find(corpus);
            return fresh.isEmpty() && current.isPresent()
                    ? nothingNew(corpus, current.get(), checked.size())
                    : write(corpus, current, fresh, checked.size() - fresh.size(), progress);
        }
    }

    private void requireOneYear(List<SourceFile> files, TakenFiles taken) {
        if (source == Source.PUBMED) {
            List<String> names = new ArrayList<>(taken.names());
            files.forEach(file -> names.add(file.name()));
            BaselineYear.requireOne(names);
        }
    }

    private static List<CheckedFile> check(List<SourceFile> files, Progress progress) {
        LongAdder read = new LongAdder();
        long total = files.stream().mapToLong(SourceFile::sizeBytes).sum();
        try (Progress.Stage _ = progress.stage("checking", total, read::sum)) {
            return new Checker(read::add).check(files);
        }
    }

    private RunReport write(
            CorpusHome corpus,
            Optional<CurrentCorpus> current,
            List<CheckedFile> fresh,
            long known,
            Progress progress) {
        try (CorpusWriter writer = CorpusWriter.open(master, partitions(current, fresh), corpus, clock)) {
            return writer.write(source, fresh, known, readers, progress);
        }
    }

    private RunReport nothingNew(CorpusHome corpus, CurrentCorpus current, long known) {
        Instant now = clock.instant();
        String run = now.truncatedTo(ChronoUnit.MILLIS) + "-" + source.name().toLowerCase(Locale.ROOT);
        String at = now.truncatedTo(ChronoUnit.SECONDS).toString();
        current.after(source, new LastRun(run, at)).publish(corpus);
        return new RunReport(
                run,
                source,
                at,
                Duration.between(now, clock.instant()).toMillis() / 1000.0,
                new RunReport.Files(known, 0, known, 0),
                RunReport.Records.NONE,
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                current.counts().articles(),
                current.version(),
                current.digest());
    }

    /// 1 for little: see [CorpusWriter#open].
    private static int partitions(Optional<CurrentCorpus> current, List<CheckedFile> fresh) {
        long read = fresh.stream().mapToLong(IngestRun::rowBytes).sum();
        long kept = current.stream()
                        .flatMap(corpus -> corpus.counts().records().values().stream())
                        .mapToLong(records -> records.live() + records.deleted())
                        .sum()
                * RECORD_BYTES;
        long wanted = (read + kept) / BYTES_A_PARTITION;
        long cores = Runtime.getRuntime().availableProcessors();
        return wanted == 0 ? 1 : (int) Math.clamp(wanted, cores, MOST_PARTITIONS);
    }

    private static long rowBytes(CheckedFile file) {
        boolean gzip = file.file().name().endsWith(".gz");
        return file.file().sizeBytes() * (gzip ? ROW_BYTES_OF_A_GZIP_BYTE : 1);
    }
}
