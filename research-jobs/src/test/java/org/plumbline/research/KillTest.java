package org.plumbline.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of `research work`, then the same command again.
class KillTest {

    private static final String[] REQUEST = {
        "submit",
        "--question",
        "Does zelotrine prevent gout flares in adults with gout?",
        "--intervention",
        "zelotrine",
        "--population",
        "adults with gout",
        "--outcome",
        "gout flares"
    };

    @TempDir
    private Path home;

    @Test
    void leavesTheSameFilesAfterThreeKills() throws Exception {
        leavesTheSameFiles(3);
    }

    @Test
    @Tag("soak")
    void leavesTheSameFilesAfterTwentyKills() throws Exception {
        leavesTheSameFiles(20);
    }

    private void leavesTheSameFiles(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Library.onGout().publish(home);
        Runs runs = new Runs(home);
        String undisturbed = runs.run(REQUEST).out().strip();
        long began = System.nanoTime();
        assertThat(worker().waitFor()).isZero();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Map<String, String> expected = runs.files(undisturbed);
        String disturbed = runs.run(REQUEST).out().strip();
        for (int kill = 0; kill < kills; kill++) {
            Process worker = worker();
            worker.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS);
            worker.destroyForcibly().waitFor();
        }
        assertThat(worker().waitFor()).as("seed %d", seed).isZero();
        Map<String, String> files = runs.files(disturbed);
        files.keySet().removeIf(name -> name.endsWith(".part"));
        assertThat(files).as("seed %d", seed).isEqualTo(expected);
        assertThat(runs.run("verify", disturbed).exit()).as("seed %d", seed).isZero();
    }

    private Process worker() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plumbline.research.Main",
                        "work",
                        "--drain",
                        "--home",
                        home.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
