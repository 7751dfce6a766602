package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CorpusLock;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.identity.RandomPublications;
import org.plumbline.ingest.identity.RandomPublications.Delivered;
import org.plumbline.ingest.text.JsonLinesReader;

class IntakeTest {

    @TempDir
    private Path folder;

    private Path first;
    private Path all;

    @BeforeEach
    void writeInput() {
        List<Delivered> deliveries = RandomPublications.deliveries(11, 30);
        int half = deliveries.size() / 2;
        first = JsonLinesReader.write(folder.resolve("all/baseline/pubmed26n0001.xml"), deliveries.subList(0, half));
        JsonLinesReader.write(
                folder.resolve("all/updatefiles/pubmed26n0002.xml"), deliveries.subList(half, deliveries.size()));
        all = folder.resolve("all");
    }

    @Test
    void aSecondRunFindsNothingNewAndAWrongChecksumCostsOneFileOnly() throws IOException {
        Files.writeString(all.resolve("updatefiles/pubmed26n0002.xml.md5"), "MD5(x)= 00000000000000000000000000000000");
        RunReport run = run(all);
        assertThat(run.files()).isEqualTo(new RunReport.Files(2, 1, 0, 1));
        assertThat(run.quarantined()).containsOnlyKeys("wrong-checksum");

        RunReport again = run(all);
        assertThat(again.files()).isEqualTo(new RunReport.Files(2, 0, 2, 0));
        assertThat(again.digest()).isEqualTo(run.digest());
        assertThat(again.version()).isEqualTo(run.version());

        assertThatThrownBy(() -> run(rename(first, "pubmed25n0001.xml")))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("pubmed25n, pubmed26n");
    }

    @Test
    void refusesAMissingPathANewerHomeAndASecondWriter() throws IOException {
        assertThatThrownBy(() -> run(folder.resolve("nowhere")))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("no such file");
        CorpusHome home = CorpusHome.create(home());
        try (CorpusLock _ = CorpusLock.take(home)) {
            assertThatThrownBy(() -> run(all))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("another ingest");
        }
        Files.writeString(home().resolve("format"), "2\n");
        assertThatThrownBy(() -> run(all))
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("format \"2\"");
    }

    @Test
    void aKilledRunRunAgainGivesTheContentOfAnUndisturbedOne() throws Exception {
        killAndRunAgain(1);
    }

    @Test
    @Tag("soak")
    void twentyKilledRunsGiveTheContentOfUndisturbedOnes() throws Exception {
        killAndRunAgain(20);
    }

    /// Kills a run after a random one of its commits, several times; every other time, from the first on, the second
    /// of two runs is what is killed, so that both the first version and later ones are met unfinished.
    private void killAndRunAgain(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String expected = take("undisturbed", all);
        long commits = commits("undisturbed");
        for (int kill = 0; kill < kills; kill++) {
            String name = "killed" + kill;
            if (kill % 2 == 0) {
                var _ = take(name, all.resolve("baseline"));
            }
            long until = commits(name) + random.nextLong(commits / 2);
            Process run = ingest(name, all);
            boolean ended = false;
            while (!ended && commits(name) < until) {
                ended = run.waitFor(20, TimeUnit.MILLISECONDS);
            }
            run.destroyForcibly().waitFor();
            assertThat(take(name, all))
                    .as("seed %d, kill %d, ended before: %s", seed, kill, ended)
                    .isEqualTo(expected);
        }
    }

    /// Takes in, in this process, and answers the corpus' digest.
    private String take(String name, Path path) {
        Path home = folder.resolve(name);
        try (Intake intake = Intake.open(home, "local[2]", Clock.systemUTC())) {
            var _ = intake.take(Source.PUBMED, JsonLinesReader::new, List.of(path));
        }
        return CurrentCorpus.find(CorpusHome.existing(home)).orElseThrow().digest();
    }

    /// How many commits the tables of a home have.
    private long commits(String name) throws IOException {
        Path home = folder.resolve(name);
        if (!Files.isDirectory(home)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().matches(".*/_delta_log/[0-9]+\\.json"))
                    .count();
        } catch (UncheckedIOException e) {
            // A file went away while the other process worked.
            return 0;
        }
    }

    private Process ingest(String home, Path path) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                FakeIngest.class.getName(),
                folder.resolve(home).toString(),
                path.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve(home + ".out").toFile())
                .redirectError(folder.resolve(home + ".log").toFile())
                .start();
    }

    private RunReport run(Path path) {
        try (Intake intake = Intake.open(home(), "local[2]", Clock.systemUTC())) {
            return intake.take(Source.PUBMED, JsonLinesReader::new, List.of(path));
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path rename(Path file, String name) throws IOException {
        Files.createDirectories(folder.resolve("old"));
        return Files.copy(file, folder.resolve("old").resolve(name));
    }
}
