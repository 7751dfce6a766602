package org.plumbline.index.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Text;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.SnapshotCheck;

class BuildJobTest {

    /// Files that a build writes before it publishes, or a few more.
    private static final int MOST_WRITTEN = 12;

    private static final String MASTER = "local[2]";

    /// Texts of the first version of the corpus and of the second, which has more articles.
    private static List<ArticleWithTexts> first = List.of();
    private static List<ArticleWithTexts> second = List.of();

    private static final Text OLDER = Samples.text("An older title", "An older wording of the abstract.");

    @TempDir
    static Path corpusHome;

    @TempDir
    Path home;

    @BeforeAll
    static void writeCorpus() throws IOException {
        List<ArticleWithTexts> articles = new ArrayList<>(Samples.random(11, 80));
        ArticleWithTexts revised = articles.removeFirst();
        articles.addFirst(
                new ArticleWithTexts(revised.article(), List.of(revised.texts().getFirst(), OLDER)));
        first = articles.subList(0, 60);
        second = articles;
        try (SparkSession spark = Sessions.start(MASTER, corpusHome.resolve("scratch"))) {
            DeltaCorpus corpus = new DeltaCorpus(corpusHome);
            corpus.write(spark, first);
            Files.copy(pointer(corpusHome), corpusHome.resolve("FIRST.json"));
            corpus.write(spark, second);
            Files.copy(pointer(corpusHome), corpusHome.resolve("SECOND.json"));
        }
    }

    @Test
    void buildsInFullWhereTheDriverWouldHaveToHoldTooManyIds() {
        assertThat(BuildJob.mostChanged(1_000)).isEqualTo(500);
        assertThat(BuildJob.mostChanged(40_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void indexesTheVersionOfTheCorpusThatThePointerNames() throws IOException {
        useCorpus("FIRST.json");
        SnapshotManifest manifest = build();
        assertThat(manifest.articles()).isEqualTo(60);
        assertThat(manifest.contentDigest())
                .isEqualTo(Samples.publish(home.resolve("other"), first, 3).contentDigest());
        assertThat(new SnapshotFolder(home).findCurrent()).contains(manifest.id());
    }

    @Test
    void keepsOlderTextsOfARecordReadableButDoesNotSearchThem() throws IOException {
        useCorpus("SECOND.json");
        SnapshotManifest manifest = build();
        assertThat(manifest.texts()).isEqualTo(81);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            assertThat(snapshot.findText(OLDER.id())).contains(OLDER);
            assertThat(snapshot.count(Query.words("wording"), Filter.NONE)).isZero();
        }
    }

    @Test
    void doesNothingWhereTheSnapshotIsThere() throws IOException {
        useCorpus("FIRST.json");
        SnapshotManifest manifest = build();
        Path file = new SnapshotFolder(home).of(manifest.id()).resolve(SnapshotFolder.MANIFEST);
        FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, written);
        assertThat(build()).isEqualTo(manifest);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void saysWhatToDoWhereThereIsNoCorpus() {
        assertThatThrownBy(this::build)
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("plumbline ingest");
    }

    @Test
    void buildsTheSameAfterBeingKilled() throws Exception {
        survives(1);
    }

    @Test
    @Tag("soak")
    void buildsTheSameAfterBeingKilledTwentyTimes() throws Exception {
        survives(20);
    }

    /// Builds, changes the corpus, kills the next build when it has written some files, and builds once more.
    private void survives(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        useCorpus("FIRST.json");
        SnapshotManifest before = build();
        useCorpus("SECOND.json");
        String expected =
                Samples.publish(home.resolve("undisturbed"), second, 1).contentDigest();
        SnapshotFolder folder = new SnapshotFolder(home);
        for (int i = 0; i < kills; i++) {
            forget(folder, before.id());
            long until = files(folder) + 1 + random.nextInt(MOST_WRITTEN);
            Process child = child();
            boolean ended = false;
            while (!ended && files(folder) < until) {
                ended = child.waitFor(10, TimeUnit.MILLISECONDS);
            }
            child.destroyForcibly().waitFor();
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                assertThat(snapshot.search(Query.words("aspirin"), Filter.NONE, 5)
                                .hits())
                        .as("seed %d, kill %d", seed, i)
                        .hasSize(5);
            }
        }
        SnapshotManifest after = build();
        assertThat(after.contentDigest()).as("seed %d", seed).isEqualTo(expected);
        for (String id : folder.ids()) {
            assertThat(SnapshotCheck.of(folder, id)).as("seed %d", seed).isEmpty();
        }
        try (Stream<Path> entries = Files.list(folder.root())) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).toList())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrder(".lock", "CURRENT", "HISTORY", "parts", before.id(), after.id());
        }
    }

    private static long files(SnapshotFolder folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.root())) {
            return files.count();
        } catch (UncheckedIOException e) {
            // A file went away while the other process worked.
            return 0;
        }
    }

    /// Takes back what the last child may have published, so that the next one has to build again.
    private static void forget(SnapshotFolder folder, String keep) throws IOException {
        Files.writeString(folder.pointer(), keep + "\n");
        for (String id : folder.ids()) {
            if (!id.equals(keep)) {
                try (Stream<Path> files = Files.walk(folder.of(id))) {
                    for (Path file :
                            files.sorted((left, right) -> right.compareTo(left)).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plumbline.index.command.Main",
                        "build",
                        "--master",
                        MASTER,
                        "--home",
                        home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private SnapshotManifest build() throws IOException {
        return new BuildJob(home, MASTER, Progress.silent()).run(BuildJob.Extent.CHANGES);
    }

    /// Gives this test's home a corpus: the shared tables and a pointer of its own.
    private void useCorpus(String pointer) throws IOException {
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        for (String table : List.of("articles", "texts", "records")) {
            Path link = corpus.resolve(table);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, corpusHome.resolve("corpus").resolve(table));
            }
        }
        Files.writeString(pointer(home), Files.readString(corpusHome.resolve(pointer)));
    }

    private static Path pointer(Path home) {
        return home.resolve("corpus").resolve("CURRENT.json");
    }
}
