package org.plumbline.index.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.ChangingCorpus;
import org.plumbline.index.build.SnapshotCheck;

/// A real standalone master and two workers, started by the project's script: they build and update what one
/// process builds.
class ClusterTest {

    private static final long SEED = 12;
    private static final Path SCRIPT =
            Path.of("../ingest/src/main/cluster/cluster.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        var _ = script("down", folder.resolve("cluster").toString());
    }

    @Test
    @Tag("soak")
    void buildsAndUpdatesWhatOneProcessBuilds() throws Exception {
        Path home = folder.resolve("home");
        ChangingCorpus corpus = new ChangingCorpus(new Random(SEED));
        for (int i = 0; i < 40; i++) {
            corpus.arrive();
        }
        DeltaCorpus tables = new DeltaCorpus(home);
        write(tables, corpus);
        String master = script("up", folder.resolve("cluster").toString(), System.getProperty("java.class.path"))
                .strip();
        assertThat(master).startsWith("spark://127.0.0.1:");
        build(master, home);
        SnapshotManifest first = check(home, corpus, "digest1");
        assertThat(first.parts()).hasSizeGreaterThanOrEqualTo(4);

        corpus.change(8);
        write(tables, corpus);
        build(master, home);
        SnapshotManifest second = check(home, corpus, "digest2");
        assertThat(second.parts())
                .as("shares parts with the first")
                .anyMatch(part ->
                        first.parts().stream().anyMatch(other -> other.id().equals(part.id())));
        assertThat(executorsStarted()).isGreaterThanOrEqualTo(2);
    }

    private void write(DeltaCorpus tables, ChangingCorpus corpus) throws IOException {
        try (SparkSession spark = Sessions.start("local[2]", folder.resolve("scratch"))) {
            tables.write(spark, corpus.articles().values(), corpus.texts(), corpus.everSeen(), corpus.live());
        }
    }

    /// Compares with a snapshot that this process builds in full.
    private SnapshotManifest check(Path home, ChangingCorpus corpus, String digest) throws IOException {
        Path other = folder.resolve("one-process-" + digest);
        SnapshotManifest expected = Samples.publish(other, corpus.whole(), 1, digest);
        SnapshotFolder index = new SnapshotFolder(home);
        SnapshotManifest built = index.manifest(index.findCurrent().orElseThrow());
        assertThat(built.id()).isEqualTo(expected.id());
        assertThat(built.contentDigest()).isEqualTo(expected.contentDigest());
        assertThat(SnapshotCheck.of(index, built.id())).isEmpty();
        try (Snapshot one = Snapshot.openCurrent(home);
                Snapshot two = Snapshot.openCurrent(other)) {
            Query query = Query.words("aspirin heart failure");
            assertThat(one.rank(query, Filter.NONE, 100)).hasSameElementsAs(two.rank(query, Filter.NONE, 100));
            assertThat(one.count(query, Filter.NONE)).isEqualTo(two.count(query, Filter.NONE));
        }
        return built;
    }

    private void build(String master, Path home) throws Exception {
        ProcessBuilder driver = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterBuild.class.getName(),
                home.toString(),
                master,
                "10");
        driver.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        var _ = run(driver);
    }

    /// Folders of executors that the two workers made.
    private long executorsStarted() throws IOException {
        List<Path> executors = new ArrayList<>();
        for (String worker : List.of("work1", "work2")) {
            try (var applications = Files.walk(folder.resolve("cluster").resolve(worker), 2)) {
                applications
                        .filter(path -> path.getFileName().toString().matches("\\d+"))
                        .forEach(executors::add);
            }
        }
        return executors.size();
    }

    private static String script(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder script = new ProcessBuilder(command);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return run(script);
    }

    private static String run(ProcessBuilder builder) throws Exception {
        Path output = Files.createTempFile("run", ".log");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends in time").isTrue();
        String words = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(words).isZero();
        return words;
    }
}
