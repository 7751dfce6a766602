package org.plumbline.ingest.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.ingest.FakeIngest;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.text.JsonLinesReader;

/// A real standalone master and two workers, started by the project's script. The driver is a process of its own:
/// a JVM has one Spark session at a time.
class ClusterTest {

    private static final long SEED = 11;
    private static final Path SCRIPT = Path.of("src/main/cluster/cluster.sh").toAbsolutePath();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws Exception {
        var _ = script("down", folder.resolve("cluster").toString());
    }

    @Test
    @Tag("soak")
    void givesTheSameContentAsOneProcess() throws Exception {
        List<Delivered> deliveries = RandomPublications.deliveries(SEED, 60);
        int half = deliveries.size() / 2;
        Path first = JsonLinesReader.write(folder.resolve("in/first.xml"), deliveries.subList(0, half));
        Path second =
                JsonLinesReader.write(folder.resolve("in/second.xml"), deliveries.subList(half, deliveries.size()));
        String master = script("up", folder.resolve("cluster").toString(), System.getProperty("java.class.path"))
                .strip();
        assertThat(master).startsWith("spark://127.0.0.1:");

        ingest(master, "cluster-home", first);
        ingest(master, "cluster-home", second);
        FakeIngest.main(new String[] {folder.resolve("local-home").toString(), first.toString()});
        FakeIngest.main(new String[] {folder.resolve("local-home").toString(), second.toString()});

        CurrentCorpus ofCluster = corpus("cluster-home");
        assertThat(ofCluster.digest())
                .as("seed %d", SEED)
                .isEqualTo(corpus("local-home").digest());
        assertThat(ofCluster.counts()).isEqualTo(corpus("local-home").counts());
        assertThat(executorsStarted()).isGreaterThanOrEqualTo(2);
    }

    private void ingest(String master, String home, Path file) throws Exception {
        ProcessBuilder driver = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plumbline.ingest.FakeIngest",
                folder.resolve(home).toString(),
                file.toString(),
                master);
        driver.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        run(driver);
    }

    private CurrentCorpus corpus(String home) {
        return CurrentCorpus.find(CorpusHome.existing(folder.resolve(home))).orElseThrow();
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
        Process process = builder.redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
        String words = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(words).isZero();
        return words;
    }
}
