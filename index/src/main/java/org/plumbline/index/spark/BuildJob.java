package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.BaseSnapshot;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.SnapshotBuild;
import org.plumbline.index.build.SnapshotUpdate;
import org.plumbline.index.lock.Patience;

/// Builds a snapshot of the corpus: out of the current one and what changed since, or in full.
///
/// Each article goes, with its texts, to the part that its id's hash names; within a part rows are sorted by
/// article id and streamed into the writer, so that no more than one article is in memory.
public final class BuildJob {

    private static final PartSizes SIZES = new PartSizes(20_000, 250_000);

    /// An update of more than this share of the articles costs more than a full build.
    private static final double MOST_CHANGED = 0.5;

    /// The driver has the ids of all articles that changed in memory.
    private static final long MOST_IDS = 1_000_000;

    private final Path home;
    private final String master;
    private final Progress progress;
    private final PartSizes sizes;

    /// How many articles go into a part: as few as give each core its own, but not fewer than `least`, and at most
    /// `most`.
    record PartSizes(long least, long most) {

        int parts(long articles, int cores) {
            return (int)
                    Math.max(Math.max(1, Math.ceilDiv(articles, most)), Math.min(cores, Math.ceilDiv(articles, least)));
        }
    }

    /// How a snapshot is made.
    public enum Extent {
        /// Out of the current snapshot, where that can be; else in full.
        CHANGES,
        /// In full, even where the snapshot is there already.
        FULL
    }

    /// @param master as Spark writes it, such as `local[*]`
    /// @param progress is told what happens, for people
    public BuildJob(Path home, String master, Progress progress) {
        this(home, master, progress, SIZES);
    }

    BuildJob(Path home, String master, Progress progress, PartSizes sizes) {
        this.sizes = sizes;
        this.home = home;
        this.master = master;
        this.progress = progress;
    }

    /// Builds the snapshot of the current corpus and publishes it; where it is there already, only the pointer
    /// moves.
    public SnapshotManifest run(Extent extent) throws IOException {
        CorpusVersion corpus = CorpusVersion.current(home);
        Patience patience = new Patience(Duration.ZERO, progress::say);
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus, patience)) {
            if (extent == Extent.CHANGES) {
                Optional<SnapshotManifest> done = build.findDone();
                if (done.isPresent()) {
                    progress.say("snapshot " + done.get().id() + " is up to date");
                    return done.get();
                }
            }
            progress.say("reading version " + corpus.version() + " of the corpus");
            Files.createDirectories(build.scratch());
            try (SparkSession spark = Sessions.start(master, build.scratch())) {
                CorpusTables tables = new CorpusTables(spark, home, corpus);
                Optional<SnapshotManifest> updated =
                        extent == Extent.FULL ? Optional.empty() : findUpdated(spark, tables, build);
                return updated.isPresent() ? updated.get() : full(spark, tables, build);
            }
        }
    }

    /// The snapshot, made out of the current one; empty where that cannot be.
    private Optional<SnapshotManifest> findUpdated(SparkSession spark, CorpusTables tables, SnapshotBuild build)
            throws IOException {
        Optional<SnapshotManifest> base = build.findBase();
        if (base.isEmpty()) {
            progress.say("no snapshot of this corpus under these settings to start from: building in full");
            return Optional.empty();
        }
        if (!tables.canTellChangesSince(base.get())) {
            progress.say("the corpus no longer knows all changes since snapshot "
                    + base.get().id() + ": building in full");
            return Optional.empty();
        }
        Changes changes = new Changes(tables, base.get(), home, progress::say);
        long count = changes.count();
        if (count > mostChanged(base.get().articles())) {
            progress.say(count + " articles changed, more than "
                    + mostChanged(base.get().articles()) + ": building in full");
            return Optional.empty();
        }
        progress.say(count + " articles changed since snapshot " + base.get().id());
        List<SnapshotPart> added = added(spark, changes, base.get(), build, count);
        progress.say("publishing the snapshot");
        return Optional.of(new SnapshotUpdate(home, base.get(), build, progress::say).publish(changes.ids(), added));
    }

    /// Of so many articles, how many may change for an update.
    static long mostChanged(long articles) {
        return (long) Math.min(MOST_IDS, MOST_CHANGED * articles);
    }

    private List<SnapshotPart> added(
            SparkSession spark, Changes changes, SnapshotManifest base, SnapshotBuild build, long count) {
        if (count == 0) {
            return List.of();
        }
        String folder = build.newParts().toString();
        String homeFolder = home.toString();
        String baseId = base.id();
        LongAccumulator written = spark.sparkContext().longAccumulator("articles");
        MapPartitionsFunction<Row, Row> writer = rows -> {
            try (BaseSnapshot store = BaseSnapshot.open(Path.of(homeFolder), baseId)) {
                return one(PartRows.write(rows, Path.of(folder), written, store::complete));
            }
        };
        return parts(spark, CorpusTables.rows(changes.articles(), changes.texts()), count, writer, written);
    }

    private SnapshotManifest full(SparkSession spark, CorpusTables tables, SnapshotBuild build) throws IOException {
        long count = tables.articles().count();
        String folder = build.newParts().toString();
        LongAccumulator written = spark.sparkContext().longAccumulator("articles");
        MapPartitionsFunction<Row, Row> writer =
                rows -> one(PartRows.write(rows, Path.of(folder), written, article -> article));
        List<SnapshotPart> parts =
                parts(spark, CorpusTables.rows(tables.articles(), tables.texts()), count, writer, written);
        progress.say("publishing the snapshot");
        return build.publish(parts);
    }

    private static Iterator<Row> one(SnapshotPart part) {
        return List.of(RowFactory.create(Json.line(part))).iterator();
    }

    private List<SnapshotPart> parts(
            SparkSession spark,
            Dataset<Row> rows,
            long count,
            MapPartitionsFunction<Row, Row> writer,
            LongAccumulator written) {
        int parts = sizes.parts(count, spark.sparkContext().defaultParallelism());
        progress.say("indexing " + count + " articles into " + parts + (parts == 1 ? " part" : " parts"));
        try (Progress.Stage _ = progress.counting(
                "indexing", count, "articles", () -> Math.max(written.value(), PartRows.writtenHere()))) {
            return rows
                    .repartition(parts, col(PartRows.ARTICLE_ID))
                    .sortWithinPartitions(PartRows.ARTICLE_ID, PartRows.TEXT_ID)
                    .mapPartitions(writer, Encoders.row(PartRows.PART))
                    .collectAsList()
                    .stream()
                    .map(row -> Json.read(row.getString(0), SnapshotPart.class))
                    .toList();
        }
    }
}
