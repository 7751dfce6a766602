package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate retrieval`: indexes a judged collection, asks its queries and prints the field's measures.
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Measures ranking on a folder in BEIR's layout: nDCG@10, recall@100, MAP, MRR, and how long a"
                + " search takes.",
        footer = {"", "Example:", "  plumbline evaluate retrieval --data scifact --mode hybrid --against bm25"})
public final class RetrievalEvaluation implements Callable<Integer> {

    private static final int DEPTH = 1_000;

    private static final Map<String, ToDoubleFunction<RankingMeasures>> MEASURES = measures();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "corpus.jsonl, queries.jsonl, qrels/")
    private Path data = Path.of("");

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "${COMPLETION-CANDIDATES}; the last is Lucene's BM25 with its EnglishAnalyzer"
                    + " (default: as index search ranks)")
    private @Nullable Ranks mode;

    @Option(
            names = "--against",
            paramLabel = "MODE",
            description = "measures this mode too, and how much better the first one is, query by query")
    private @Nullable Ranks against;

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What was measured of one mode: the measures of each query and how long each search took.
    private record Run(List<RankingMeasures> measures, List<Long> nanos) {

        double[] of(ToDoubleFunction<RankingMeasures> measure) {
            return measures.stream().mapToDouble(measure).toArray();
        }
    }

    /// A judged query.
    private record Question(String words, Map<String, Integer> grades) {}

    @Override
    public Integer call() throws IOException {
        BeirFolder folder = new BeirFolder(data);
        Ranks first = mode == null ? Ranks.USUAL : mode;
        List<Question> questions = questions(folder);
        Set<Ranks> wanted = new TreeSet<>(Set.of(first));
        if (against != null) {
            wanted.add(against);
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        try (Rankers rankers = Rankers.build(folder.documents(), wanted, vectors.folder())) {
            System.err.println("ranked by: " + first.word());
            Run run = run(rankers.of(first), questions);
            MEASURES.forEach((name, measure) -> metrics.put(name, Metric.mean(run.of(measure))));
            metrics.putAll(Latencies.percentiles(run.nanos()));
            if (against != null) {
                compare(run, run(rankers.of(against), questions), against.word(), metrics);
            }
        }
        Measured measured = new Measured(folder.digest(), metrics);
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    private static List<Question> questions(BeirFolder folder) throws IOException {
        Map<String, String> queries = folder.queries();
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, Map<String, Integer>> judged :
                folder.judgements().entrySet()) {
            String words = queries.get(judged.getKey());
            if (words == null) {
                throw new WrongInputException("qrels judge query " + judged.getKey() + ", which queries.jsonl has not");
            }
            if (judged.getValue().values().stream().anyMatch(grade -> grade > 0)) {
                questions.add(new Question(words, judged.getValue()));
            }
        }
        if (questions.isEmpty()) {
            throw new WrongInputException(folder.folder() + " judges no document relevant: nothing to measure");
        }
        return questions;
    }

    private static Run run(Ranker ranker, List<Question> questions) throws IOException {
        List<RankingMeasures> measures = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        for (Question question : questions) {
            long start = System.nanoTime();
            List<String> ranking = ranker.rank(question.words(), DEPTH);
            nanos.add(System.nanoTime() - start);
            measures.add(RankingMeasures.of(ranking, question.grades()));
        }
        return new Run(measures, nanos);
    }

    private static void compare(Run run, Run other, String word, Map<String, Metric> metrics) {
        MEASURES.forEach((name, measure) -> metrics.put(name + " of " + word, Metric.mean(other.of(measure))));
        Latencies.percentiles(other.nanos()).forEach((name, metric) -> metrics.put(name + " of " + word, metric));
        MEASURES.forEach((name, measure) -> {
            double[] differences = run.of(measure);
            double[] others = other.of(measure);
            for (int i = 0; i < differences.length; i++) {
                differences[i] -= others[i];
            }
            metrics.put(name + " gain on " + word, Metric.mean(differences));
        });
    }

    private static Map<String, ToDoubleFunction<RankingMeasures>> measures() {
        Map<String, ToDoubleFunction<RankingMeasures>> measures = new LinkedHashMap<>();
        measures.put("ndcg@10", RankingMeasures::ndcg10);
        measures.put("recall@100", RankingMeasures::recall100);
        measures.put("map", RankingMeasures::averagePrecision);
        measures.put("mrr", RankingMeasures::reciprocalRank);
        return measures;
    }
}
