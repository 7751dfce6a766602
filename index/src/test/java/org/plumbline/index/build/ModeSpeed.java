package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.index.Filter;
import org.plumbline.index.Mode;
import org.plumbline.index.Snapshot;
import org.plumbline.index.vector.VectorStore;

/// Measures how long searches of each mode take in a warm process: sentences, each asked once in a snapshot that
/// was opened anew for the mode, ten articles read with their passages.
///
/// Arguments: the folder of test data; the home; how many searches of each mode; `with` where the snapshot has
/// vectors, `without` where it has none; what is said of the state in which it is.
///
/// Without vectors `rerank` alone is measured, and nothing is left to it from one question to the next: each has
/// its own snapshot and an empty store of vectors, and what it embeds is counted.
final class ModeSpeed {

    /// Of the questions to warm up with, those that are asked where each embeds what it finds.
    private static final int WARMING = 12;

    private final Path home;
    private final Claims claims;
    private final String state;

    private ModeSpeed(Path home, Claims claims, String state) {
        this.home = home;
        this.claims = claims;
        this.state = state;
    }

    public static void main(String[] args) throws IOException {
        ModeSpeed speed =
                new ModeSpeed(Path.of(args[1]), Claims.sentences(Path.of(args[0]), Integer.parseInt(args[2])), args[4]);
        switch (args[3]) {
            case "with" -> speed.withVectors();
            case "without" -> speed.withoutVectors();
            default -> throw new IllegalArgumentException(args[3]);
        }
        System.out.println("modes, " + args[4] + ": " + Timings.memory());
        // The embedder's native threads need not be waited for.
        System.exit(0);
    }

    private static Timings.Search ten(Mode mode) {
        return (open, query) -> open.search(query, Filter.NONE, mode, 10);
    }

    private void withVectors() {
        for (Mode mode : List.of(Mode.BM25, Mode.DENSE, Mode.HYBRID, Mode.RERANK)) {
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                if (snapshot.manifest().coverage().articles() == 0) {
                    throw new IllegalStateException(home + " has no vectors");
                }
                Timings.measure(mode.name().toLowerCase(Locale.ROOT) + ", " + state, snapshot, claims, ten(mode));
            }
        }
    }

    private void withoutVectors() throws IOException {
        List<Long> nanos = new ArrayList<>();
        long embedded = 0;
        long articles = 0;
        for (int i = -WARMING; i < claims.measured().size(); i++) {
            Sweeping.delete(VectorStore.folder(home));
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                articles = snapshot.manifest().articles();
                if (snapshot.manifest().coverage().articles() > 0) {
                    throw new IllegalStateException(home + " has vectors");
                }
                // A snapshot just opened has yet to load what every search needs.
                ten(Mode.BM25).run(snapshot, claims.warming().getLast());
                if (i < 0) {
                    ten(Mode.RERANK).run(snapshot, claims.warming().get(i + WARMING));
                } else {
                    nanos.add(Timings.nanos(snapshot, claims.measured().get(i), ten(Mode.RERANK)));
                }
            }
            embedded += i < 0 ? 0 : stored();
        }
        Sweeping.delete(VectorStore.folder(home));
        Timings.print("rerank, " + state + ", " + articles + " articles", nanos);
        System.out.printf("rerank, %s: %.1f articles embedded each%n", state, (double) embedded / nanos.size());
    }

    private long stored() throws IOException {
        Optional<VectorStore> store = VectorStore.find(VectorStore.folder(home));
        if (store.isEmpty()) {
            return 0;
        }
        try (VectorStore open = store.get()) {
            return open.size();
        }
    }
}
