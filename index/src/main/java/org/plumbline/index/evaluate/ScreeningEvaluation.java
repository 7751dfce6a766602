package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.index.evaluate.CohenFolder.Labels;
import org.plumbline.index.evaluate.CohenFolder.Screened;
import org.plumbline.index.evaluate.CohenFolder.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate screening`: ranks the records of systematic reviews by their question, and prints what that saves who
/// screens them from the top. No label is told to the ranking.
@Command(
        name = "screening",
        mixinStandardHelpOptions = true,
        description = "Measures ranking on the records of systematic reviews: recall after 5, 10, 20, 50 %, work saved"
                + " over sampling at 95 % recall (WSS@95), average precision.",
        footer = {"", "Example:", "  plumbline evaluate screening --data cohen2006-screening --labels fulltext"})
public final class ScreeningEvaluation implements Callable<Integer> {

    private static final List<String> NAMES =
            List.of("recall@5%", "recall@10%", "recall@20%", "recall@50%", "wss@95", "average precision");
    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_260_101;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "topics.tsv and the files it names")
    private Path data = Path.of("");

    @Option(
            names = "--labels",
            defaultValue = "ABSTRACT",
            paramLabel = "LABELS",
            description = "whose decision counts: abstract (default) or fulltext")
    private Labels labels = Labels.ABSTRACT;

    @Option(names = "--mode", paramLabel = "MODE", description = Ranks.OPTION)
    private @Nullable Ranks mode;

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CohenFolder folder = new CohenFolder(data);
        Ranks ranks = mode == null ? Ranks.USUAL : mode;
        List<Topic> topics = folder.topics(labels);
        System.err.println("ranked by: " + ranks.word());
        Map<String, Metric> each = new LinkedHashMap<>();
        List<double[]> rows = new ArrayList<>();
        for (Topic topic : topics) {
            boolean[] relevant = relevant(topic, ranking(topic, ranks));
            rows.add(ScreeningMeasures.of(relevant).row());
            add(Printable.line(topic.name()), relevant, each);
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int column = i;
            metrics.put(
                    NAMES.get(i),
                    Metric.mean(rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        metrics.putAll(each);
        Measured measured = new Measured(folder.digest(), metrics);
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    private List<String> ranking(Topic topic, Ranks ranks) throws IOException {
        List<JudgedDocument> documents =
                topic.records().stream().map(Screened::document).toList();
        try (Rankers rankers = Rankers.build(documents, Set.of(ranks), vectors.folder())) {
            return rankers.of(ranks).rank(topic.question(), documents.size());
        }
    }

    /// Whether each record is relevant, in the order of the ranking. Records that it does not name come last, in an
    /// order that has nothing to do with their labels: that of their ids' hash codes.
    private static boolean[] relevant(Topic topic, List<String> ranking) {
        Map<String, Integer> places = new HashMap<>();
        ranking.forEach(id -> places.put(id, places.size()));
        List<Screened> ordered = topic.records().stream()
                .sorted(Comparator.comparingInt((Screened each) ->
                                places.getOrDefault(each.document().id(), Integer.MAX_VALUE))
                        .thenComparingInt(each -> each.document().id().hashCode() * 0x9E3779B1)
                        .thenComparing(each -> each.document().id()))
                .toList();
        boolean[] relevant = new boolean[ordered.size()];
        for (int i = 0; i < relevant.length; i++) {
            relevant[i] = ordered.get(i).relevant();
        }
        return relevant;
    }

    /// The figures of one topic, with the percentile bootstrap over its records: relevant and other ones are drawn
    /// apart, each as many as there are, and keep their order.
    private static void add(String topic, boolean[] relevant, Map<String, Metric> metrics) {
        double[] row = ScreeningMeasures.of(relevant).row();
        double[][] drawn = new double[RESAMPLES][];
        Random random = new Random(SEED);
        for (int i = 0; i < RESAMPLES; i++) {
            drawn[i] = ScreeningMeasures.of(drawn(relevant, random)).row();
        }
        for (int i = 0; i < row.length; i++) {
            int column = i;
            double[] sorted = Arrays.stream(drawn)
                    .mapToDouble(each -> each[column])
                    .sorted()
                    .toArray();
            metrics.put(
                    topic + " " + NAMES.get(i),
                    Metric.of(
                            row[i],
                            sorted[(int) (0.025 * RESAMPLES)],
                            sorted[(int) (0.975 * RESAMPLES)],
                            relevant.length));
        }
    }

    private static boolean[] drawn(boolean[] relevant, Random random) {
        int[] times = new int[relevant.length];
        for (boolean label : new boolean[] {true, false}) {
            int[] places = IntStream.range(0, relevant.length)
                    .filter(place -> relevant[place] == label)
                    .toArray();
            for (int i = 0; i < places.length; i++) {
                times[places[random.nextInt(places.length)]]++;
            }
        }
        boolean[] drawn = new boolean[relevant.length];
        int at = 0;
        for (int place = 0; place < times.length; place++) {
            Arrays.fill(drawn, at, at + times[place], relevant[place]);
            at += times[place];
        }
        return drawn;
    }
}
