package org.plumbline.ingest.spark;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;

/// Keeps the tables fast and small: packs the many small files that updates leave into few, publishes the same
/// content at the new versions, and removes what no reader of the last days can still need. The caller holds the
/// corpus' lock. Killed anywhere it leaves the published version whole; the next writer takes back the rest.
public final class Upkeep implements AutoCloseable {

    /// Large enough to be read fast, small enough that a look-up of one article reads little.
    private static final long MOST_FILE_BYTES = 128L << 20;

    private final SparkSession spark;
    private final CorpusHome home;
    private final Clock clock;

    private Upkeep(SparkSession spark, CorpusHome home, Clock clock) {
        this.spark = spark;
        this.home = home;
        this.clock = clock;
    }

    /// With a Spark session of its own, which [#close] ends.
    public static Upkeep open(String master, CorpusHome home, Clock clock) {
        SparkSession spark = SparkSessions.open(master, home.staging(), 1);
        spark.conf().set("spark.databricks.delta.optimize.maxFileSize", MOST_FILE_BYTES);
        // Files of versions that a reader of the last days may hold are told by their age: the caller's business.
        spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
        // The listing of each table is cut into so many tasks; the usual ten thousand are for other lakes.
        spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", 8);
        return new Upkeep(spark, home, clock);
    }

    /// What became of one table.
    ///
    /// @param filesPacked how many files went into `filesWritten` larger ones
    /// @param bytesBefore of all files in the table's folder, the unused ones too
    public record Kept(String table, long filesPacked, long filesWritten, long bytesBefore, long bytesAfter) {}

    /// Packs and removes.
    ///
    /// @param retain how long a version that was replaced stays readable
    public List<Kept> run(Duration retain, Progress progress) {
        CurrentCorpus current = CurrentCorpus.find(home)
                .orElseThrow(() -> new WrongInputException(
                        home.home() + ": no corpus to pack; take something in with plumbline ingest"));
        Tables tables = new Tables(spark, home);
        tables.heal(CurrentCorpus.find(home));
        List<Long> before = CorpusRows.TABLES.stream()
                .map(name -> Folders.bytes(home.table(name)))
                .toList();
        List<Row> packed = new ArrayList<>();
        try (Progress.Stage _ = progress.stage("packing")) {
            for (String name : CorpusRows.TABLES) {
                Row metrics = table(name)
                        .optimize()
                        .executeCompaction()
                        .select("metrics.*")
                        .head();
                packed.add(metrics);
            }
        }
        current.at(tables.versions()).publish(home);
        try (Progress.Stage _ = progress.stage("removing")) {
            for (String name : CorpusRows.TABLES) {
                var _ = table(name).vacuum(retain.toMinutes() / 60.0);
            }
            removeFormerGenerations(retain);
        }
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < packed.size(); i++) {
            String name = CorpusRows.TABLES.get(i);
            Row metrics = packed.get(i);
            kept.add(new Kept(
                    name,
                    metrics.<Long>getAs("numFilesRemoved"),
                    metrics.<Long>getAs("numFilesAdded"),
                    before.get(i),
                    Folders.bytes(home.table(name))));
        }
        return kept;
    }

    /// What the tables hold, read again.
    ContentDigest digest() {
        Tables tables = new Tables(spark, home);
        return ContentDigest.of(name -> tables.of(name).rows(), 0);
    }

    @Override
    public void close() {
        spark.stop();
    }

    private DeltaTable table(String name) {
        return DeltaTable.forPath(spark, home.table(name).toString());
    }

    /// What was in use before a new yearly baseline was swapped in. A generation that is still being loaded has a
    /// greater name than the one in use, and stays.
    private void removeFormerGenerations(Duration retain) {
        if (home.generation().isEmpty()) {
            return;
        }
        Instant oldest = clock.instant().minus(retain);
        CorpusRows.TABLES.stream()
                .map(name -> home.folder().resolve(name))
                .filter(folder -> Files.isDirectory(folder.resolve("_delta_log")) && changedBefore(folder, oldest))
                .forEach(Folders::delete);
        try (Stream<Path> below = Files.list(home.folder())) {
            below.filter(folder -> Files.isDirectory(folder.resolve("records")))
                    .filter(folder -> String.valueOf(folder.getFileName()).compareTo(home.generation()) < 0)
                    .filter(folder -> changedBefore(folder.resolve("records"), oldest))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + home.folder(), e);
        }
    }

    private static boolean changedBefore(Path table, Instant time) {
        try {
            return Files.getLastModifiedTime(table.resolve("_delta_log"))
                    .toInstant()
                    .isBefore(time);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }
}
