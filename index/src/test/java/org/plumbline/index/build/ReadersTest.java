package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.SearchResult;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SyntheticVectors;
import org.plumbline.index.embed.EmbedJob;

/// Readers beside a process that builds, updates, publishes, rolls back and prunes.
class ReadersTest {

    private static final int READERS = 3;
    private static final int CHANGES = 60;
    private static final int EMBEDDED = 6;
    private static final Query QUERY = Query.words("aspirin heart");

    @TempDir
    Path home;

    @Test
    void neverSeeAHalfStateAndNeverStop() throws Exception {
        long seed = System.nanoTime();
        Samples.publish(home, Samples.random(seed, 20), 2, "corpus 0");
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Integer>> opened = new ArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                opened.add(readers.submit(reader(over)));
            }
            IndexChurn churn = new IndexChurn(home, new Random(seed));
            try {
                for (int i = 0; i < CHANGES; i++) {
                    churn.once();
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> reader : opened) {
                assertThat(reader.get()).as("seed %d: snapshots opened", seed).isPositive();
            }
        }
    }

    @Test
    void readTheVectorsOfWhatTheyOpenedWhateverIsPruned() throws Exception {
        Samples.publish(home, Samples.random(1, 12), 2, "corpus 0");
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> covered = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                covered.add(readers.submit(readerOfVectors(over)));
            }
            try {
                for (int i = 0; i < EMBEDDED; i++) {
                    embed(i);
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> reader : covered) {
                assertThat(reader.get()).as("snapshots with vectors").isPositive();
            }
        }
    }

    /// Publishes another snapshot, that with its vectors, and removes all before.
    private void embed(int round) throws IOException {
        Samples.publish(home, Samples.random(round, 12), 2, "corpus " + round);
        SyntheticVectors.store(home, _ -> true);
        new EmbedJob(home, Progress.silent()).run(0);
        SnapshotFolder folder = new SnapshotFolder(home);
        try (IndexLock _ = IndexLock.take(folder, _ -> {})) {
            Pruning.plan(folder, new Publications(folder, Clock.systemUTC()), 1, Set.of())
                    .run(folder);
        }
    }

    private Callable<Integer> readerOfVectors(AtomicBoolean over) {
        return () -> {
            int covered = 0;
            while (!over.get() || covered == 0) {
                try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                    long articles = snapshot.manifest().coverage().articles();
                    for (int i = 0; i < 3 && articles > 0; i++) {
                        assertThat(snapshot.rank(QUERY, Filter.NONE, Mode.DENSE, 100))
                                .hasSize((int) articles);
                    }
                    covered += articles > 0 ? 1 : 0;
                }
            }
            return covered;
        };
    }

    /// Opens the current snapshot again and again; what it has open answers the same until it is closed.
    private Callable<Integer> reader(AtomicBoolean over) {
        return () -> {
            int opened = 0;
            while (!over.get() || opened == 0) {
                try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                    SearchResult first = snapshot.searchAndCount(QUERY, Filter.NONE, 10);
                    assertThat(snapshot.count(QUERY, Filter.NONE))
                            .isEqualTo(first.matched().articles());
                    for (int i = 0; i < 5; i++) {
                        assertThat(snapshot.searchAndCount(QUERY, Filter.NONE, 10))
                                .isEqualTo(first);
                    }
                    opened++;
                }
            }
            return opened;
        };
    }
}
