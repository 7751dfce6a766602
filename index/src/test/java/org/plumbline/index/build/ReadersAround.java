package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;

/// Readers at work before and during something that is done to the index. Each opens what is current for every
/// round of searches, as a server would. Where one of them fails, so does the measurement.
///
/// @param readers how many at once
record ReadersAround(Path home, int readers, Claims claims, Timings.Search search) {

    private static final int ROUND = 20;

    /// When a search began.
    private enum Phase {
        WARMING,
        BEFORE,
        DURING,
        END
    }

    /// What is done beside the readers.
    interface Deed {

        void run() throws IOException;
    }

    /// How long searches took, in nanoseconds.
    ///
    /// @param before those that began before the deed
    /// @param during those that began during it
    record Times(List<Long> before, List<Long> during) {

        Times {
            before = List.copyOf(before);
            during = List.copyOf(during);
        }

        static Times of(List<Timed> all) {
            return new Times(of(Phase.BEFORE, all), of(Phase.DURING, all));
        }

        private static List<Long> of(Phase phase, List<Timed> all) {
            return all.stream()
                    .filter(each -> each.began() == phase)
                    .map(Timed::nanos)
                    .toList();
        }
    }

    /// What the readers are told.
    private static final class Now {

        private volatile Phase phase = Phase.WARMING;
    }

    private record Timed(Phase began, long nanos) {}

    /// Lets the readers warm up, times them for a while, and then until the deed is done.
    Times time(Duration warming, Duration before, Deed deed) throws IOException, InterruptedException {
        Now now = new Now();
        List<Future<List<Timed>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            for (int i = 0; i < readers; i++) {
                all.add(threads.submit(reader(now, new Random(i))));
            }
            try {
                Thread.sleep(warming);
                now.phase = Phase.BEFORE;
                Thread.sleep(before);
                now.phase = Phase.DURING;
                deed.run();
            } finally {
                now.phase = Phase.END;
            }
            return joined(all);
        }
    }

    private Callable<List<Timed>> reader(Now now, Random random) {
        return () -> {
            List<Timed> timed = new ArrayList<>();
            while (now.phase != Phase.END) {
                try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                    for (int i = 0; i < ROUND && now.phase != Phase.END; i++) {
                        Phase began = now.phase;
                        List<Query> queries = began == Phase.WARMING ? claims.warming() : claims.measured();
                        Query query = queries.get(random.nextInt(queries.size()));
                        timed.add(new Timed(began, Timings.nanos(snapshot, query, search)));
                    }
                }
            }
            return timed;
        };
    }

    private static Times joined(List<Future<List<Timed>>> all) throws InterruptedException {
        List<Timed> joined = new ArrayList<>();
        for (Future<List<Timed>> each : all) {
            try {
                joined.addAll(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a reader failed", e.getCause());
            }
        }
        return Times.of(joined);
    }
}
