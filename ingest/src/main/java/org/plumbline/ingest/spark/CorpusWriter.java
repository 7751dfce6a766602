package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.CurrentCorpus.LastRun;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.text.Quarantined;

/// Takes files into the corpus and publishes the next version. The caller holds the corpus' lock.
///
/// The walk: heal what a killed run left; read the files into a staging folder; bring in records (the newest of
/// each key), texts (only added), events, articles and aliases; note refusals, files and the run; digest the whole;
/// publish. A run that is killed anywhere leaves the published version as it was, and the next run starts from
/// there.
public final class CorpusWriter implements AutoCloseable {

    /// The order of what only an older baseline had: whatever is delivered later is newer.
    private static final long BEFORE_ALL = -1;

    private final SparkSession spark;
    private final CorpusHome home;
    private final Clock clock;
    private final ArticleUpdate.Limits limits;

    /// A writer with a Spark session of its own, which [#close] ends.
    ///
    /// @param master such as `local[*]`
    /// @param partitions into how many parts shuffled data are cut: see [SparkSessions#open]
    public static CorpusWriter open(String master, int partitions, CorpusHome home, Clock clock) {
        SparkSession spark = SparkSessions.open(master, home.staging(), partitions);
        return new CorpusWriter(spark, home, clock, ArticleUpdate.Limits.DEFAULT);
    }

    CorpusWriter(SparkSession spark, CorpusHome home, Clock clock, ArticleUpdate.Limits limits) {
        this.spark = spark;
        this.home = home;
        this.clock = clock;
        this.limits = limits;
    }

    /// Into how many parts shuffled data are cut from now on: see [SparkSessions#open].
    public void setPartitions(int partitions) {
        SparkSessions.setPartitions(spark, partitions);
    }

    @Override
    public void close() {
        spark.stop();
    }

    /// Takes in files that the published version does not know.
    ///
    /// @param files sound ones are read, the others go to quarantine
    /// @param known how many more were given that are known already
    public RunReport write(Source source, List<CheckedFile> files, long known, Readers readers, Progress progress) {
        Run run = begin(source);
        List<CheckedFile> sound = files.stream().filter(CheckedFile::sound).toList();
        LongAccumulator bytes = spark.sparkContext().longAccumulator("bytes read");
        Dataset<Row> staged;
        try (Progress.Stage _ = progress.stage("reading", totalBytes(sound), bytes::value)) {
            staged = run.staging().read(source, sound, readers, bytes);
        }
        SortedMap<String, Long> refused = new TreeMap<>();
        List<Row> whole = refusedWhole(source, run.id(), files, refused);
        Delivered delivered = new Delivered(
                staged,
                spark.createDataFrame(List.<Row>of(), CorpusRows.TEXTS),
                spark.createDataFrame(fileRows(source, run.id(), files), CorpusRows.FILES),
                spark.createDataFrame(whole, CorpusRows.QUARANTINE),
                refused,
                new RunReport.Files(files.size() + known, sound.size(), known, files.size() - sound.size()),
                totalBytes(sound));
        return finish(run, delivered, progress);
    }

    /// Brings in what another corpus of the same home holds and a baseline of PubMed does not: the records of other
    /// sources with their files and refusals, every text ever delivered (quotes stand on them), and for each PubMed
    /// record that is gone a tombstone, by which its ids stay resolvable.
    public RunReport carryOver(CorpusHome from, Progress progress) {
        Run run = begin(Source.PUBMED);
        Tables old = new Tables(spark, from);
        Dataset<Row> records = old.of("records").rows();
        Dataset<Row> others = ofOthers(records);
        Dataset<Row> gone = records.filter(col("source").equalTo(Source.PUBMED.name()))
                .join(
                        run.tables().of("records").rows().select(col("key").as("kept")),
                        col("key").equalTo(col("kept")),
                        "left_anti");
        Dataset<Row> staged = run.staging()
                .store(
                        "deliveries",
                        StagedRow.ofRecords(others.union(Tombstones.of(gone.withColumn("sequence", lit(BEFORE_ALL))))));
        Delivered delivered = new Delivered(
                staged,
                old.of("texts").rows(),
                withoutKnown(
                        ofOthers(old.of("files").rows()),
                        run.tables().of("files").rows(),
                        "identity"),
                withoutKnown(
                        ofOthers(old.of("quarantine").rows()),
                        run.tables().of("quarantine").rows(),
                        "run"),
                new TreeMap<>(),
                new RunReport.Files(0, 0, 0, 0),
                0);
        return finish(run, delivered, progress);
    }

    private static Dataset<Row> ofOthers(Dataset<Row> rows) {
        return rows.filter(not(col("source").equalTo(Source.PUBMED.name())));
    }

    /// A run that has begun: the tables stand where the published version has them, nothing is left of a killed one.
    private record Run(
            String id,
            Source source,
            Instant started,
            Optional<CurrentCorpus> current,
            Tables tables,
            Staging staging) {}

    /// What a run brings.
    ///
    /// @param staged rows of [CorpusRows#STAGED]
    /// @param texts further texts
    /// @param refused of which some were counted already, by reason
    private record Delivered(
            Dataset<Row> staged,
            Dataset<Row> texts,
            Dataset<Row> files,
            Dataset<Row> quarantine,
            SortedMap<String, Long> refused,
            RunReport.Files counted,
            long bytes) {}

    private Run begin(Source source) {
        Instant started = clock.instant();
        String id = started.truncatedTo(ChronoUnit.MILLIS) + "-" + source.name().toLowerCase(Locale.ROOT);
        Optional<CurrentCorpus> current = CurrentCorpus.find(home);
        Tables tables = new Tables(spark, home);
        tables.heal(current);
        Staging staging = new Staging(spark, home.staging().resolve("run"));
        staging.remove();
        return new Run(id, source, started, current, tables, staging);
    }

    private RunReport finish(Run run, Delivered delivered, Progress progress) {
        Optional<CurrentCorpus> current = run.current();
        Tables tables = run.tables();
        SortedMap<String, Long> setAside = new TreeMap<>();
        SortedMap<String, Long> refused = new TreeMap<>(delivered.refused());
        SortedMap<String, Long> missing = new TreeMap<>();
        Seen seen = summary(delivered.staged(), setAside, refused, missing);
        RunReport.Records records;
        try (Progress.Stage _ = progress.stage("records and articles")) {
            records = bringIn(run, delivered, seen);
        }
        Dataset<Row> quarantine = refusedRows(run.id(), delivered.staged()).union(delivered.quarantine());
        long setDown = quarantine.count();
        if (current.isEmpty() || setDown > 0) {
            tables.of("quarantine").append(quarantine);
        }
        tables.of("files").append(delivered.files());

        ContentDigest content;
        try (Progress.Stage _ = progress.stage("digest")) {
            long quarantined = setDown
                    + current.map(corpus -> corpus.counts().quarantined()).orElse(0L);
            content = ContentDigest.of(name -> tables.of(name).rows(), quarantined);
        }
        Instant ended = clock.instant();
        RunReport report = new RunReport(
                run.id(),
                run.source(),
                run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(run.started(), ended).toMillis() / 1000.0,
                delivered.counted(),
                records,
                setAside,
                refused,
                RunReport.duplicates(seen.records() - seen.keys()),
                missing,
                delivered.bytes(),
                content.counts().articles(),
                current.map(CurrentCorpus::version).orElse(0L) + 1,
                content.digest());
        publish(report, ended, content, tables, current);
        run.staging().remove();
        return report;
    }

    private RunReport.Records bringIn(Run run, Delivered delivered, Seen seen) {
        Tables tables = run.tables();
        Optional<CurrentCorpus> current = run.current();
        Dataset<Row> newest = RecordChanges.newest(delivered.staged(), seen.records() - seen.keys());
        if (Snapshots.areDeliveredBy(run.source())) {
            newest = Snapshots.settled(
                    newest,
                    current.isEmpty() ? newest.limit(0) : tables.of("records").rows());
        }
        Dataset<Row> texts = texts(delivered.staged(), seen.texts() - seen.textIds());
        ArticleUpdate articles = new ArticleUpdate(spark, tables, run.staging(), limits);
        if (current.isEmpty()) {
            tables.of("records").append(newest);
            tables.of("texts").append(texts);
            articles.first(seen.keys());
            Dataset<Row> all = tables.of("records").rows();
            long deleted = all.filter(col("deleted")).count();
            return new RunReport.Records(seen.records(), seen.keys() - deleted, 0, deleted, 0);
        }
        Dataset<Row> changed = run.staging()
                .store(
                        "records",
                        RecordChanges.against(newest, tables.of("records").rows(), run.staging()));
        tables.of("texts").append(withoutKnown(texts, tables.of("texts").rows(), "text_id"));
        tables.of("texts")
                .append(withoutKnown(delivered.texts(), tables.of("texts").rows(), "text_id"));
        RunReport.Records records = counts(changed, seen);
        if (!changed.isEmpty()) {
            tables.of("records").apply(changed.drop(RecordChanges.onlyOfChanges()));
            long before = current.get().counts().records().values().stream()
                    .mapToLong(each -> each.live() + each.deleted())
                    .sum();
            articles.update(changed, before + records.added() + records.deleted());
        }
        return records;
    }

    /// Rows of which the corpus has none with the same value in a column.
    private static Dataset<Row> withoutKnown(Dataset<Row> rows, Dataset<Row> corpus, String column) {
        Dataset<Row> given = Small.sent(rows.select(col(column).as("given")));
        Dataset<Row> known =
                corpus.select(col(column).as("known")).join(given, col("known").equalTo(col("given")), "left_semi");
        return rows.join(Small.sent(known.localCheckpoint()), col(column).equalTo(col("known")), "left_anti");
    }

    private static RunReport.Records counts(Dataset<Row> changed, Seen seen) {
        long added = 0;
        long revised = 0;
        long deleted = 0;
        for (Row group :
                changed.groupBy("op", "newer", "deleted", "old_deleted").count().collectAsList()) {
            boolean isNew = group.getString(0).equals(Table.INSERT);
            boolean wasDeleted = !group.isNullAt(3) && group.getBoolean(3);
            long n = group.getLong(4);
            if (!group.getBoolean(1) || (group.getBoolean(2) && wasDeleted)) {
                continue;
            }
            if (group.getBoolean(2)) {
                deleted += n;
            } else if (isNew) {
                added += n;
            } else {
                revised += n;
            }
        }
        return new RunReport.Records(seen.records(), added, revised, deleted, seen.keys() - added - revised - deleted);
    }

    /// One row a text; of deliveries with the same words, the least by kind and key.
    ///
    /// @param repeats how many are of words that another has too
    private static Dataset<Row> texts(Dataset<Row> staged, long repeats) {
        Dataset<Row> texts = staged.filter(col("text").isNotNull())
                .select(col("text_id"), col("text_kind").as("kind"), col("key").as("record_key"), col("text"));
        if (repeats == 0) {
            return texts;
        }
        Dataset<Row> repeated = RecordChanges.repeated(texts, "text_id");
        Column same = col("text_id").equalTo(col("repeated"));
        return texts.join(repeated, same, "left_anti")
                .union(texts.join(repeated, same, "left_semi")
                        .groupBy("text_id")
                        .agg(min(struct("kind", "record_key", "text")).as("least"))
                        .select("text_id", "least.*"));
    }

    /// What was read: deliveries and distinct keys of records, texts and distinct words among them.
    private record Seen(long records, long keys, long texts, long textIds) {}

    /// Counts what was read; what was set aside, refused and missing into the maps.
    private static Seen summary(
            Dataset<Row> staged,
            SortedMap<String, Long> setAside,
            SortedMap<String, Long> refused,
            SortedMap<String, Long> missing) {
        Column[] counted = Stream.concat(
                        Stream.of(
                                count_distinct(col("key")).as("keys"),
                                count(col("text")).as("texts"),
                                count_distinct(when(col("text").isNotNull(), col("text_id")))
                                        .as("text_ids")),
                        Arrays.stream(Lack.values())
                                .map(lack -> count_if(col("lacks").contains(lack.mark()))
                                        .as(lack.word())))
                .toArray(Column[]::new);
        List<Row> groups = staged.groupBy("kind", "reason")
                .agg(count(lit(1)).as("n"), counted)
                .collectAsList();
        Seen seen = new Seen(0, 0, 0, 0);
        for (Row group : groups) {
            switch (group.getString(0)) {
                case StagedRow.READ -> {
                    seen = new Seen(group.getLong(2), group.getLong(3), group.getLong(4), group.getLong(5));
                    for (Lack lack : Lack.values()) {
                        missing.merge(lack.word(), group.<Long>getAs(lack.word()), Long::sum);
                    }
                }
                case StagedRow.SET_ASIDE -> setAside.merge(group.getString(1), group.getLong(2), Long::sum);
                default -> refused.merge(group.getString(1), group.getLong(2), Long::sum);
            }
        }
        missing.values().removeIf(count -> count == 0);
        return seen;
    }

    private static List<Row> refusedWhole(
            Source source, String run, List<CheckedFile> files, SortedMap<String, Long> refused) {
        List<Row> whole = new ArrayList<>();
        for (CheckedFile file : files) {
            if (!file.sound()) {
                Quarantined.Reason reason =
                        file.sha256().isEmpty() ? Quarantined.Reason.UNREADABLE : Quarantined.Reason.WRONG_CHECKSUM;
                refused.merge(reason.code(), 1L, Long::sum);
                whole.add(RowFactory.create(
                        run, source.name(), file.file().name(), "", reason.code(), file.fault(), "", "", path(file)));
            }
        }
        return whole;
    }

    private static Dataset<Row> refusedRows(String run, Dataset<Row> staged) {
        return staged.filter(col("kind").equalTo(StagedRow.REFUSED))
                .withColumn("run", lit(run))
                .select(List.of(CorpusRows.QUARANTINE.fieldNames()).stream()
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }

    private static List<Row> fileRows(Source source, String run, List<CheckedFile> files) {
        return files.stream()
                .map(file -> RowFactory.create(
                        source.name(),
                        file.file().name(),
                        file.sha256(),
                        file.file().sizeBytes(),
                        file.identity(),
                        run,
                        path(file)))
                .toList();
    }

    private static String path(CheckedFile file) {
        return file.file().path().toAbsolutePath().toString();
    }

    private void publish(
            RunReport report, Instant ended, ContentDigest content, Tables tables, Optional<CurrentCorpus> current) {
        String at = ended.truncatedTo(ChronoUnit.SECONDS).toString();
        Row row = RowFactory.create(report.run(), report.source().name(), report.started(), at, Json.line(report));
        tables.of("runs").append(spark.createDataFrame(List.of(row), CorpusRows.RUNS));
        new CurrentCorpus(
                        CurrentCorpus.FORMAT,
                        report.version(),
                        home.generation(),
                        tables.versions(),
                        content.digest(),
                        content.counts(),
                        current.map(CurrentCorpus::sources).orElseGet(TreeMap::new))
                .after(report.source(), new LastRun(report.run(), at))
                .publish(home);
    }

    private static long totalBytes(List<CheckedFile> files) {
        return files.stream().mapToLong(file -> file.file().sizeBytes()).sum();
    }
}
