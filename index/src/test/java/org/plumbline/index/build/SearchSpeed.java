package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.plumbline.citations.Standing;
import org.plumbline.index.Filter;
import org.plumbline.index.Snapshot;

/// Measures how long searches by words take in a warm process on a published snapshot: sentences and short
/// questions, ten articles each, read with their passages; with filters that nearly all and that few articles pass;
/// and counts.
///
/// Arguments: the folder of test data; the home; how many searches of each kind.
final class SearchSpeed {

    private static final Filter MOST = Filter.NONE.withExcludedStandings(EnumSet.of(Standing.RETRACTED));
    private static final Filter FEW = Filter.NONE.withStandings(EnumSet.of(Standing.RETRACTED));

    private SearchSpeed() {}

    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        Claims sentences = Claims.sentences(data, Integer.parseInt(args[2]));
        Claims shorter = Claims.shorter(data, Integer.parseInt(args[2]));
        try (Snapshot snapshot = Snapshot.openCurrent(Path.of(args[1]))) {
            Timings.measure("bm25, sentences", snapshot, sentences, ten(Filter.NONE));
            Timings.measure("bm25, short", snapshot, shorter, ten(Filter.NONE));
            Timings.measure(
                    "bm25, sentences, ids of 200",
                    snapshot,
                    sentences,
                    (open, query) -> open.rank(query, Filter.NONE, 200));
            Timings.measure("bm25, sentences, most pass", snapshot, sentences, ten(MOST));
            Timings.measure("bm25, sentences, one in 500 passes", snapshot, sentences, ten(FEW));
            Timings.measure(
                    "bm25, sentences, count", snapshot, sentences, (open, query) -> open.count(query, Filter.NONE));
        }
        System.out.println("bm25: " + Timings.memory());
    }

    private static Timings.Search ten(Filter filter) {
        return (open, query) -> open.search(query, filter, 10);
    }
}
