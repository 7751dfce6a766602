package org.plumbline.index.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Samples;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.ChangingCorpus;
import org.plumbline.index.build.SnapshotCheck;

/// Updates from the change feeds of Delta tables, against builds in full of the same corpus.
class UpdateJobTest {

    private static final String MASTER = "local[2]";

    @TempDir
    Path home;

    @TempDir
    Path other;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void givesWhatABuildInFullGives() throws IOException {
        long seed = System.nanoTime();
        ChangingCorpus corpus = new ChangingCorpus(new Random(seed));
        for (int i = 0; i < 40; i++) {
            corpus.arrive();
        }
        DeltaCorpus tables = new DeltaCorpus(home);
        write(tables, corpus);
        build();
        assertThat(said()).contains("building in full").contains("indexing");
        for (int day = 2; day <= 3; day++) {
            corpus.change(6);
            write(tables, corpus);
            SnapshotManifest updated = build();
            assertThat(said()).as("seed %d", seed).contains("changed since snapshot");
            SnapshotManifest full = Samples.publish(other.resolve("full-" + day), corpus.whole(), 1, "digest" + day);
            assertThat(updated.id()).as("seed %d, day %d", seed, day).isEqualTo(full.id());
            assertThat(updated.contentDigest()).as("seed %d, day %d", seed, day).isEqualTo(full.contentDigest());
        }
        assertThat(SnapshotCheck.of(
                        new SnapshotFolder(home),
                        new SnapshotFolder(home).findCurrent().orElseThrow()))
                .isEmpty();

        SnapshotManifest last = current();
        removeChangeFiles();
        // Changes that replace whole files leave no change files, so that nothing could be missing.
        while (changeFiles().isEmpty()) {
            corpus.change(6);
            corpus.arrive();
            write(tables, corpus);
        }
        removeChangeFiles();
        SnapshotManifest full = build();
        comparesWithTheCorpus(full, last);
        assertThat(said()).contains("no longer knows all changes").contains("building in full");
        assertThat(full.contentDigest())
                .isEqualTo(Samples.publish(other.resolve("full"), corpus.whole(), 1, "digest5")
                        .contentDigest());
        SnapshotManifest anew = new BuildJob(home, MASTER, Progress.silent()).run(BuildJob.Extent.FULL);
        assertThat(anew.contentDigest()).isEqualTo(full.contentDigest());
        assertThat(anew.parts()).isNotEqualTo(full.parts());
    }

    private void write(DeltaCorpus tables, ChangingCorpus corpus) throws IOException {
        try (SparkSession spark = Sessions.start(MASTER, home.resolve("scratch"))) {
            tables.write(spark, corpus.articles().values(), corpus.texts(), corpus.everSeen(), corpus.live());
        }
    }

    private SnapshotManifest build() throws IOException {
        said.reset();
        PrintStream log = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new BuildJob(home, MASTER, Progress.toLog(log, Duration.ofHours(1))).run(BuildJob.Extent.CHANGES);
    }

    private SnapshotManifest current() {
        SnapshotFolder folder = new SnapshotFolder(home);
        return folder.manifest(folder.findCurrent().orElseThrow());
    }

    private void comparesWithTheCorpus(SnapshotManifest current, SnapshotManifest before) throws IOException {
        SnapshotManifest ofOlderCorpus = new SnapshotManifest(
                current.format(),
                current.id(),
                before.corpusVersion(),
                before.corpusDigest(),
                before.generation(),
                before.tables(),
                current.articles(),
                current.texts(),
                current.passages(),
                current.contentDigest(),
                current.settings(),
                current.parts());
        try (CorpusCheck check = new CorpusCheck(home, MASTER)) {
            assertThat(check.isPossible(current)).isTrue();
            assertThat(check.findings(current)).isEmpty();
            assertThat(check.findings(before)).isEmpty();
            assertThat(check.findings(ofOlderCorpus)).isNotEmpty();
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /// As `ingest optimize` does with what is old.
    private void removeChangeFiles() throws IOException {
        for (Path file : changeFiles()) {
            Files.delete(file);
        }
    }

    private List<Path> changeFiles() throws IOException {
        Path changes = home.resolve("corpus/articles/_change_data");
        if (!Files.exists(changes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(changes)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
