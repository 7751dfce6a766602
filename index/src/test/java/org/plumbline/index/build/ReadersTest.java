package org.plumbline.index.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Samples;
import org.plumbline.index.SearchResult;
import org.plumbline.index.Snapshot;

/// Readers beside a process that builds, updates, publishes, rolls back and prunes.
class ReadersTest {

    private static final int READERS = 3;
    private static final int CHANGES = 60;
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
