package org.plumbline.index.vector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.plumbline.citations.Json;
import org.plumbline.citations.measure.Metric;
import org.plumbline.index.vector.VectorPart.Near;

/// Measures vectors on judged data in BEIR's layout; to be run by hand.
///
/// `rate DATA N`: abstracts embedded in a second, ours beside langchain4j's, in turns.
/// `neighbours DATA FOLDER MULTIPLIED`: what the graph finds of the true neighbours of the data's queries, how large
/// it is and how long it takes, on the data's documents and on so many vectors drawn near theirs. Vectors are kept in
/// the folder between runs.
final class VectorBenchmark {

    private VectorBenchmark() {}

    private record Words(String title, String text) {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "rate" -> rate(Path.of(args[1]), Integer.parseInt(args[2]));
            case "neighbours" -> neighbours(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static void rate(Path data, int count) throws IOException {
        List<Words> documents = documents(data).subList(0, count);
        Embedder ours = Embedder.shared();
        BgeSmallEnV15QuantizedEmbeddingModel theirs = new BgeSmallEnV15QuantizedEmbeddingModel();
        ours.passages(texts(documents.subList(0, 4)));
        embedAll(theirs, documents.subList(0, 4));
        int turn = 20;
        List<Double> ratios = new ArrayList<>();
        double oursSeconds = 0;
        double theirsSeconds = 0;
        for (int from = 0; from + turn <= count; from += turn) {
            List<Words> some = documents.subList(from, from + turn);
            double one = seconds(() -> ours.passages(texts(some)));
            double other = seconds(() -> embedAll(theirs, some));
            oursSeconds += one;
            theirsSeconds += other;
            ratios.add(other / one);
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "n=%d: ours %.1f/s, langchain4j embedAll %.1f/s, ratio %.2f (turns of %d: %.2f to %.2f, median %.2f)%n",
                count,
                count / oursSeconds,
                count / theirsSeconds,
                theirsSeconds / oursSeconds,
                turn,
                ratios.getFirst(),
                ratios.getLast(),
                ratios.get(ratios.size() / 2));
    }

    private static void embedAll(BgeSmallEnV15QuantizedEmbeddingModel model, List<Words> documents) {
        model.embedAll(texts(documents).stream().map(TextSegment::from).toList());
    }

    private static List<String> texts(List<Words> documents) {
        return documents.stream()
                .map(each -> VectorKey.words(each.title(), each.text()))
                .toList();
    }

    private static void neighbours(Path data, Path folder, int multiplied) throws IOException {
        List<float[]> documents = new ArrayList<>();
        List<float[]> queries = new ArrayList<>();
        try (VectorWriter store = VectorWriter.open(folder.resolve("store"))) {
            long before = store.size();
            List<Words> words = documents(data);
            double seconds = seconds(() -> documents.addAll(vectors(store, words)));
            System.out.printf(Locale.ROOT, "%d embedded in %.0f s%n", store.size() - before, seconds);
            store.flush();
            for (String query : queries(data)) {
                VectorKey key = VectorKey.of("query: " + query);
                Optional<float[]> known = store.find(key);
                float[] vector =
                        known.isPresent() ? known.get() : Embedder.shared().query(query);
                store.add(key, vector);
                queries.add(vector);
            }
        }
        measure(folder.resolve("part"), documents, queries);
        Random random = new Random(1);
        List<float[]> many = new ArrayList<>(multiplied);
        for (int i = 0; i < multiplied; i++) {
            many.add(near(documents.get(random.nextInt(documents.size())), random));
        }
        measure(folder.resolve("part-multiplied"), many, queries.subList(0, Math.min(300, queries.size())));
    }

    private static List<float[]> vectors(VectorWriter store, List<Words> documents) throws IOException {
        List<float[]> vectors = new ArrayList<>();
        List<Future<float[]>> later = new ArrayList<>();
        for (Words each : documents) {
            later.add(
                    store.find(VectorKey.of(each.title(), each.text())).isPresent()
                            ? null
                            : Embedder.shared().passageLater(each.title(), each.text()));
        }
        for (int i = 0; i < later.size(); i++) {
            VectorKey key =
                    VectorKey.of(documents.get(i).title(), documents.get(i).text());
            if (later.get(i) != null) {
                store.add(key, Embedder.await(later.get(i)));
            }
            vectors.add(store.find(key).orElseThrow());
        }
        return vectors;
    }

    /// A vector whose cosine with this one is about .9, as two abstracts on one subject have.
    private static float[] near(float[] vector, Random random) {
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (vector[i] + 0.48 * random.nextGaussian() / Math.sqrt(vector.length));
        }
        double length = Math.sqrt(Embedder.cosine(moved, moved));
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) (moved[i] / length);
        }
        return moved;
    }

    private static void measure(Path folder, List<float[]> vectors, List<float[]> queries) throws IOException {
        delete(folder);
        double build = seconds(() -> {
            try (VectorPartWriter writer = new VectorPartWriter(folder)) {
                for (int i = 0; i < vectors.size(); i++) {
                    writer.add(i, VectorKey.of("document " + i), vectors.get(i));
                }
                writer.finish();
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%d vectors: built in %.1f s (%.0f/s), %.0f bytes each%n",
                vectors.size(),
                build,
                vectors.size() / build,
                (double) bytes(folder) / vectors.size());
        try (VectorPart part = VectorPart.open(folder)) {
            List<List<Near>> exact =
                    queries.stream().map(query -> exact(query, vectors)).toList();
            for (int k : new int[] {10, 100, 1000}) {
                measure("nearest " + k, part, queries, exact, k, vectors.size());
            }
            FixedBitSet half = new FixedBitSet(vectors.size());
            for (int i = 0; i < vectors.size(); i += 2) {
                half.set(i);
            }
            latency(
                    "nearest 100 of every second article",
                    queries,
                    query -> part.nearest(query, new BitSetIterator(half, 0)::nextDoc, 100));
            FixedBitSet few = new FixedBitSet(vectors.size());
            for (int i = 0; i < vectors.size(); i += 50) {
                few.set(i);
            }
            latency(
                    "nearest 100 of every 50th article",
                    queries,
                    query -> part.nearest(query, new BitSetIterator(few, 0)::nextDoc, 100));
            latency("nearest 100 of none", queries, query -> part.nearest(query, () -> VectorPart.Articles.NONE, 100));
        }
    }

    private static void measure(
            String name, VectorPart part, List<float[]> queries, List<List<Near>> exact, int k, int size)
            throws IOException {
        long found = 0;
        long wanted = 0;
        for (int i = 0; i < queries.size(); i++) {
            List<Near> truth = exact.get(i).subList(0, Math.min(k, exact.get(i).size()));
            List<Integer> near = part.nearest(queries.get(i), null, k).stream()
                    .map(Near::article)
                    .toList();
            found +=
                    truth.stream().filter(each -> near.contains(each.article())).count();
            wanted += truth.size();
        }
        System.out.printf(
                Locale.ROOT,
                "%s of %d: recall %.4f over %d queries%n",
                name,
                size,
                (double) found / wanted,
                queries.size());
        latency(name, queries, query -> part.nearest(query, null, k));
    }

    private static List<Near> exact(float[] query, List<float[]> vectors) {
        List<Near> all = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            all.add(new Near(i, Embedder.cosine(query, vectors.get(i))));
        }
        all.sort(Near.NEAREST_FIRST);
        return List.copyOf(all.subList(0, Math.min(1000, all.size())));
    }

    private interface Search {

        List<Near> of(float[] query) throws IOException;
    }

    private static void latency(String name, List<float[]> queries, Search search) throws IOException {
        double[] milliseconds = new double[queries.size()];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < milliseconds.length; i++) {
                float[] query = queries.get(i);
                milliseconds[i] = 1000 * seconds(() -> search.of(query));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, n=%d%n",
                name,
                Metric.percentile(milliseconds, 50).value(),
                Metric.percentile(milliseconds, 95).value(),
                Metric.percentile(milliseconds, 99).value(),
                milliseconds.length);
    }

    private interface Work {

        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Words> documents(Path data) throws IOException {
        List<Words> documents = new ArrayList<>();
        for (JsonNode node : lines(data.resolve("corpus.jsonl"))) {
            documents.add(
                    new Words(node.path("title").asText(), node.path("text").asText()));
        }
        return documents;
    }

    private static List<String> queries(Path data) throws IOException {
        return lines(data.resolve("queries.jsonl")).stream()
                .map(node -> node.path("text").asText())
                .toList();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            nodes.add(Json.LINE.readTree(line));
        }
        return nodes;
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
