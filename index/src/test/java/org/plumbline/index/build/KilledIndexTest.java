package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;

/// Kills a process that changes the index at random moments: what was published stays whole, and the next process
/// goes on.
class KilledIndexTest {

    @TempDir
    Path home;

    @Test
    void leavesTheCurrentSnapshotWholeWhenKilledTwice() throws Exception {
        survives(2);
    }

    @Test
    @Tag("soak")
    void leavesTheCurrentSnapshotWholeWhenKilledFiftyTimes() throws Exception {
        survives(50);
    }

    private void survives(int kills) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SnapshotFolder folder = new SnapshotFolder(home);
        Samples.publish(home, Samples.random(seed, 20), 2, "corpus 0");
        for (int kill = 0; kill < kills; kill++) {
            Process churn = churn(random.nextLong());
            try {
                assertThat(churn.inputReader().readLine()).isEqualTo("begun");
                churn.waitFor(random.nextInt(3_000), TimeUnit.MILLISECONDS);
                assertThat(churn.isAlive()).as("seed %d, kill %d", seed, kill).isTrue();
            } finally {
                churn.destroyForcibly().waitFor();
            }
            String as = "seed %d, kill %d".formatted(seed, kill);
            assertThat(SnapshotCheck.ofPointer(folder)).as(as).isEmpty();
            for (String id : folder.ids()) {
                assertThat(SnapshotCheck.of(folder, id)).as(as).isEmpty();
            }
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                assertThat(snapshot.search(Query.words("aspirin heart"), Filter.NONE, 5)
                                .hits())
                        .as(as)
                        .isNotEmpty();
            }
            new IndexChurn(home, random).full();
        }
        IndexLock.take(folder, _ -> {}).close();
        try (Stream<Path> entries = Files.list(folder.root())) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.matches("s[0-9a-f]{16}")))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrder(".lock", "CURRENT", "HISTORY", "parts");
        }
    }

    private Process churn(long seed) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexChurn.class.getName(),
                        home.toString(),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
