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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.Attempts;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CorpusLock;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.CurrentCorpus.LastRun;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.corpus.TakenFiles;
import org.plumbline.ingest.document.DocumentReader;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.document.Documents;
import org.plumbline.ingest.intake.BaselineYear;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.intake.SourceFile;
import org.plumbline.ingest.spark.CorpusWriter;
import org.plumbline.ingest.spark.Readers;

/// Takes files into the corpus, of which it holds the lock until it is closed. Where nothing is new Spark is not
/// even started; once started it serves every further batch. For one thread.
final class Intake implements AutoCloseable {

    private static final long BYTES_A_PARTITION = 64L << 20;
    private static final long MOST_PARTITIONS = 2_000;

    /// How many bytes of rows a byte of gzip becomes, and what a record and its text weigh, about.
    private static final long ROW_BYTES_OF_A_GZIP_BYTE = 8;

    private static final long RECORD_BYTES = 4_000;

    /// Which files need not be read.
    private enum Known {
        /// Those that were taken before, in the same state.
        BEFORE,
        NONE
    }

    private final CorpusHome corpus;
    private final @Nullable CorpusHome inUse;
    private final CorpusLock lock;
    private final String master;
    private final Clock clock;
    private final Progress progress = Progress.toTerminal();
    private @Nullable CorpusWriter writer;

    private Intake(CorpusHome corpus, @Nullable CorpusHome inUse, CorpusLock lock, String master, Clock clock) {
        this.corpus = corpus;
        this.inUse = inUse;
        this.lock = lock;
        this.master = master;
        this.clock = clock;
    }

    /// Makes the home where it is not there yet, and takes its lock.
    ///
    /// @param master Spark's, such as `local[*]`
    static Intake open(Path home, String master, Clock clock) {
        CorpusHome corpus = CorpusHome.create(home);
        return new Intake(corpus, null, CorpusLock.take(corpus), master, clock);
    }

    /// For a new yearly baseline: what is taken goes into a generation beside the corpus in use, which readers go on
    /// to read until [#swapIn]. Killed anywhere, the next such intake goes on where it was.
    ///
    /// @param generation its name, such as `pubmed27n`
    static Intake openBeside(Path home, String generation, String master, Clock clock) {
        CorpusHome inUse = CorpusHome.create(home);
        CorpusLock lock = CorpusLock.take(inUse);
        if (inUse.generation().equals(generation)) {
            lock.close();
            throw new WrongInputException(
                    home + ": this baseline is in use already; take its updates in without --new-baseline");
        }
        CorpusHome beside = inUse.beside(generation);
        beside.make();
        return new Intake(beside, inUse, lock, master, clock);
    }

    /// Where what is taken goes.
    CorpusHome corpus() {
        return corpus;
    }

    /// Puts what was taken beside into use, with what other sources delivered before; readers see the one or the
    /// other. Nothing for an intake that is not beside.
    void swapIn() {
        CorpusHome old = inUse;
        if (old == null) {
            return;
        }
        Optional<CurrentCorpus> loaded = CurrentCorpus.find(corpus);
        if (loaded.isEmpty()) {
            throw new WrongInputException(corpus.folder() + ": nothing was taken in; name the new baseline's files");
        }
        if (CurrentCorpus.find(old).isPresent()) {
            var _ = new Attempts(corpus, clock)
                    .during(
                            Source.PUBMED,
                            Attempts.Work.TAKE,
                            () -> writer(partitions(loaded, List.of())).carryOver(old, progress));
        }
        CurrentCorpus.swapIn(old, corpus);
    }

    /// Takes in what is new among these files, and publishes the next version.
    ///
    /// @param paths as [Listing] reads them
    RunReport take(Source source, Readers readers, List<Path> paths) {
        return attempt(source, readers, paths, Known.BEFORE, _ -> {});
    }

    /// Takes files in again that were taken before, as after a fault in their reading was mended.
    RunReport takeAgain(Source source, Readers readers, List<Path> paths) {
        return attempt(source, readers, paths, Known.NONE, _ -> {});
    }

    /// Takes in files of any kind, each told by its content. Documents are taken apart before Spark starts, in child
    /// processes of this one: what the readers in its tasks need then lies in the corpus' staging folder.
    RunReport takeFiles(List<Path> paths, DocumentSettings settings) {
        return takeFiles(paths, settings, Known.BEFORE);
    }

    /// As [#takeFiles], of files that were taken before.
    RunReport takeFilesAgain(List<Path> paths, DocumentSettings settings) {
        return takeFiles(paths, settings, Known.NONE);
    }

    private RunReport takeFiles(List<Path> paths, DocumentSettings settings, Known known) {
        String folder = corpus.staging().resolve("documents").toAbsolutePath().toString();
        LongAdder done = new LongAdder();
        Documents documents = new Documents(Path.of(folder), settings, done::add);
        Readers readers = () -> new DocumentReader(Path.of(folder));
        RunReport report = attempt(Source.DOCUMENT, readers, paths, known, fresh -> {
            long total =
                    fresh.stream().mapToLong(file -> file.file().sizeBytes()).sum();
            try (Progress.Stage _ = progress.stage("documents", total, done::sum)) {
                documents.convert(fresh.stream()
                        .filter(CheckedFile::sound)
                        .map(file -> file.file().path())
                        .toList());
            }
        });
        documents.remove();
        return report;
    }

    /// @param known what counts as taken before
    /// @param preparation done to what is new, before it is read
    private RunReport attempt(
            Source source, Readers readers, List<Path> paths, Known known, Consumer<List<CheckedFile>> preparation) {
        return new Attempts(corpus, clock)
                .during(source, Attempts.Work.TAKE, () -> takeNow(source, readers, paths, known, preparation));
    }

    private RunReport takeNow(
            Source source, Readers readers, List<Path> paths, Known known, Consumer<List<CheckedFile>> preparation) {
        List<SourceFile> files = Listing.of(source, paths);
        TakenFiles taken = TakenFiles.of(corpus, source);
        requireOneYear(source, files, taken);
        List<CheckedFile> checked = check(files);
        List<CheckedFile> fresh = switch (known) {
            case NONE -> checked;
            case BEFORE -> fresh(checked, taken);
        };
        Optional<CurrentCorpus> current = CurrentCorpus.find(corpus);
        if (fresh.isEmpty() && current.isPresent()) {
            return nothingNew(source, current.get(), checked.size());
        }
        preparation.accept(fresh);
        return writer(partitions(current, fresh))
                .write(source, fresh, checked.size() - fresh.size(), readers, progress);
    }

    private static List<CheckedFile> fresh(List<CheckedFile> checked, TakenFiles taken) {
        Set<String> before =
                taken.among(checked.stream().map(CheckedFile::identity).collect(Collectors.toSet()));
        return checked.stream()
                .filter(file -> !before.contains(file.identity()))
                .toList();
    }

    /// Publishes that the source was looked at and had nothing new.
    void confirm(Source source) {
        CurrentCorpus.find(corpus).ifPresent(current -> nothingNew(source, current, 0));
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        lock.close();
    }

    private CorpusWriter writer(int partitions) {
        CorpusWriter opened = writer;
        if (opened == null) {
            opened = CorpusWriter.open(master, partitions, corpus, clock);
            writer = opened;
        }
        opened.setPartitions(partitions);
        return opened;
    }

    private void requireOneYear(Source source, List<SourceFile> files, TakenFiles taken) {
        if (source == Source.PUBMED) {
            if (inUse != null) {
                files.forEach(file -> requireOfBaseline(file.name()));
            }
            List<String> names = new ArrayList<>(taken.names());
            files.forEach(file -> names.add(file.name()));
            BaselineYear.requireOne(names);
        }
    }

    /// A baseline that is loaded under another year's name would stand in the way of that year's own.
    private void requireOfBaseline(String name) {
        String baseline = String.valueOf(corpus.folder().getFileName());
        if (name.matches("pubmed\\d\\dn.*") && !name.startsWith(baseline)) {
            throw new WrongInputException(name + ": not of the baseline " + baseline
                    + " that is to be loaded; give --new-baseline the year of the files' names");
        }
    }

    private List<CheckedFile> check(List<SourceFile> files) {
        LongAdder read = new LongAdder();
        long total = files.stream().mapToLong(SourceFile::sizeBytes).sum();
        try (Progress.Stage _ = progress.stage("checking", total, read::sum)) {
            return new Checker(read::add).check(files);
        }
    }

    private RunReport nothingNew(Source source, CurrentCorpus current, long known) {
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
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                current.counts().articles(),
                current.version(),
                current.digest());
    }

    /// 1 for little: see [CorpusWriter#open].
    private static int partitions(Optional<CurrentCorpus> current, List<CheckedFile> fresh) {
        long read = fresh.stream().mapToLong(Intake::rowBytes).sum();
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
