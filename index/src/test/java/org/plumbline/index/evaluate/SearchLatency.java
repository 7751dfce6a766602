package org.plumbline.index.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;

/// Measures how long a search takes in a warm process: the queries of a BEIR folder against the published snapshot,
/// ten articles each, with their passages; three rounds, of which the last counts.
///
/// Arguments: the home; the BEIR folder.
final class SearchLatency {

    private static final int ROUNDS = 3;

    private SearchLatency() {}

    public static void main(String[] args) throws IOException {
        List<String> queries;
        try (Stream<String> lines = Files.lines(Path.of(args[1], "queries.jsonl"))) {
            queries = lines.map(
                            line -> Json.read(line, JsonNode.class).path("text").asText())
                    .toList();
        }
        try (Snapshot snapshot = Snapshot.openCurrent(Path.of(args[0]))) {
            for (int round = 1; round <= ROUNDS; round++) {
                long[] nanos = queries.stream()
                        .mapToLong(query -> search(snapshot, query))
                        .sorted()
                        .toArray();
                System.out.printf(
                        "round %d, n %d: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, sum %.1f s%n",
                        round,
                        nanos.length,
                        at(nanos, 0.50),
                        at(nanos, 0.95),
                        at(nanos, 0.99),
                        Arrays.stream(nanos).sum() / 1e9);
            }
        }
    }

    private static long search(Snapshot snapshot, String query) {
        long start = System.nanoTime();
        if (snapshot.search(Query.words(query), Filter.NONE, 10).hits().size() > 10) {
            throw new IllegalStateException("more than was asked for");
        }
        return System.nanoTime() - start;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
