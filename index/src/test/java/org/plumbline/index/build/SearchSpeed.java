package org.plumbline.index.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.Standing;
import org.plumbline.index.Filter;
import org.plumbline.index.Query;
import org.plumbline.index.Snapshot;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// Measures how long searches take in a warm process on a published snapshot: sentences (SciFact's claims of 10 to
/// 20 words) and short questions (its shorter claims), ten articles each, read with their passages; with filters
/// that nearly all and that few articles pass; counts; and eight readers at once, before and while a snapshot with
/// new articles is built and published.
///
/// Arguments: the folder of test data; the home; how many searches of each kind.
final class SearchSpeed {

    private static final int READERS = 8;
    private static final int NEW_ARTICLES = 3_000;

    private interface Search {
        void run(Snapshot snapshot, String words);
    }

    private enum Phase {
        WARM,
        BEFORE,
        DURING,
        END
    }

    private final IndexLoad load;
    private final Path home;
    private final List<String> sentences;
    private final List<String> shorter;

    private SearchSpeed(Path data, Path home, int searches) throws IOException {
        this.load = new IndexLoad(data);
        this.home = home;
        this.sentences = claims(data, 10, 20, searches);
        this.shorter = claims(data, 2, 9, searches);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        SearchSpeed speed = new SearchSpeed(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        try (Snapshot snapshot = Snapshot.openCurrent(speed.home)) {
            Filter most = Filter.NONE.withExcludedStandings(EnumSet.of(Standing.RETRACTED));
            Filter few = Filter.NONE.withStandings(EnumSet.of(Standing.RETRACTED));
            speed.measure(
                    "sentences", snapshot, speed.sentences, (open, words) -> open.search(of(words), Filter.NONE, 10));
            speed.measure("short", snapshot, speed.shorter, (open, words) -> open.search(of(words), Filter.NONE, 10));
            speed.measure(
                    "sentences, ids of 200",
                    snapshot,
                    speed.sentences,
                    (open, words) -> open.rank(of(words), Filter.NONE, 200));
            speed.measure(
                    "sentences, most pass",
                    snapshot,
                    speed.sentences,
                    (open, words) -> open.search(of(words), most, 10));
            speed.measure(
                    "sentences, one in 500 passes",
                    snapshot,
                    speed.sentences,
                    (open, words) -> open.search(of(words), few, 10));
            speed.measure(
                    "sentences, count", snapshot, speed.sentences, (open, words) -> open.count(of(words), Filter.NONE));
        }
        speed.publishUnderReaders();
        System.out.printf("search: peak %d MB with the index's pages%n", BuildRate.peakMegabytes());
    }

    private static Query of(String words) {
        return Query.words(words.replace('"', ' '));
    }

    private static List<String> claims(Path data, int least, int most, int searches) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("retrieval/scifact-train/queries.jsonl"))) {
            List<String> claims = new ArrayList<>(lines.map(
                            line -> Json.read(line, JsonNode.class).path("text").asText())
                    .filter(claim -> claim.split("\\s+").length >= least && claim.split("\\s+").length <= most)
                    .toList());
            Collections.shuffle(claims, new Random(1));
            return claims.subList(0, Math.min(searches, claims.size()));
        }
    }

    private void measure(String what, Snapshot snapshot, List<String> queries, Search search) {
        queries.forEach(words -> search.run(snapshot, words));
        String where = what + ", " + snapshot.manifest().articles() + " articles";
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long[] nanos = queries.stream()
                .mapToLong(words -> timed(snapshot, words, search))
                .toArray();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        print(where, nanos);
        System.out.printf(Locale.ROOT, "%s: %.1f ms of processor time each%n", where, processor / 1e6 / nanos.length);
    }

    private static long timed(Snapshot snapshot, String words, Search search) {
        long start = System.nanoTime();
        search.run(snapshot, words);
        return System.nanoTime() - start;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: n %d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                what,
                nanos.length,
                at(nanos, 0.50),
                at(nanos, 0.95),
                at(nanos, 0.99));
    }

    private static double at(long[] sorted, double share) {
        int place = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
        return sorted.length == 0 ? 0 : sorted[place] / 1e6;
    }

    /// Readers open what is current for every round of searches, as a server would.
    private void publishUnderReaders() throws IOException, InterruptedException {
        AtomicReference<Phase> phase = new AtomicReference<>(Phase.WARM);
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Reader reader = new Reader(phase, i);
            readers.add(reader);
            reader.start();
        }
        Thread.sleep(2_000);
        phase.set(Phase.BEFORE);
        Thread.sleep(8_000);
        phase.set(Phase.DURING);
        long start = System.nanoTime();
        publish();
        double seconds = (System.nanoTime() - start) / 1e9;
        phase.set(Phase.END);
        for (Reader reader : readers) {
            reader.join();
        }
        for (Phase measured : List.of(Phase.BEFORE, Phase.DURING)) {
            long[] nanos = readers.stream()
                    .flatMapToLong(reader -> java.util.Objects.requireNonNull(reader.nanos.get(measured)).stream()
                            .mapToLong(Long::longValue))
                    .toArray();
            print(READERS + " readers, " + measured.name().toLowerCase(Locale.ROOT) + " a publish", nanos);
        }
        System.out.printf(
                Locale.ROOT, "publish of %d new articles under %d readers: %.1f s%n", NEW_ARTICLES, READERS, seconds);
    }

    private void publish() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home);
        SnapshotManifest base = folder.manifest(folder.findCurrent().orElseThrow());
        int from = Math.toIntExact(base.articles());
        CorpusVersion corpus = new CorpusVersion(2, 2, "", Map.of(), "load of " + (from + NEW_ARTICLES));
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus);
                NewPart part = new NewPart(build.newParts(), "update")) {
            for (int number = from; number < from + NEW_ARTICLES; number++) {
                part.add(load.article(number));
            }
            List<SnapshotPart> parts = new ArrayList<>(base.parts());
            parts.add(part.finish());
            build.publish(parts);
        }
    }

    private final class Reader extends Thread {

        private final AtomicReference<Phase> phase;
        private final Random random;
        private final Map<Phase, List<Long>> nanos =
                Map.of(Phase.BEFORE, new ArrayList<>(), Phase.DURING, new ArrayList<>());

        Reader(AtomicReference<Phase> phase, int number) {
            this.phase = phase;
            this.random = new Random(number);
            setName("reader-" + number);
        }

        @Override
        public void run() {
            while (phase.get() != Phase.END) {
                try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                    for (int i = 0; i < 20 && phase.get() != Phase.END; i++) {
                        Phase began = phase.get();
                        String words = sentences.get(random.nextInt(sentences.size()));
                        long took = timed(snapshot, words, (open, query) -> open.search(of(query), Filter.NONE, 10));
                        if (nanos.containsKey(began)) {
                            nanos.get(began).add(took);
                        }
                    }
                }
            }
        }
    }
}
