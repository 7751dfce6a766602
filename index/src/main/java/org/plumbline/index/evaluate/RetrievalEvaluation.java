package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        description = "Measures ranking on a folder in BEIR's layout: nDCG@10, recall@100, MAP, MRR, and how long it"
                + " takes to rank " + RetrievalEvaluation.DEPTH + " documents, without reading them, in a process that"
                + " was warmed up on other questions.",
        footer = {
            "",
            "Example:",
            "  plumbline evaluate retrieval --data scifact --split test --mode hybrid --against bm25"
        })
public final class RetrievalEvaluation implements Callable<Integer> {

    static final int DEPTH = 1_000;

    /// How many other questions a process is warmed up on.
    private static final int WARMING = 30;

    private static final Map<String, ToDoubleFunction<RankingMeasures>> MEASURES = measures();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "corpus.jsonl, queries.jsonl, qrels/")
    private Path data = Path.of("");

    @Option(names = "--split", paramLabel = "NAME", description = "measures qrels/NAME.tsv (default: the only one)")
    private @Nullable String split;

    @Option(names = "--mode", paramLabel = "MODE", description = Ranks.OPTION)
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

    /// What was measured of one mode: the measures of each query and how long ranking took.
    private record Run(Ranker ranker, List<RankingMeasures> measures, List<Long> nanos) {

        Run(Ranker ranker) {
            this(ranker, new ArrayList<>(), new ArrayList<>());
        }

        void ask(Question question) throws IOException {
            long start = System.nanoTime();
            List<String> ranking = ranker.rank(question.words(), DEPTH);
            nanos.add(System.nanoTime() - start);
            measures.add(RankingMeasures.of(ranking, question.grades()));
        }

        double[] of(ToDoubleFunction<RankingMeasures> measure) {
            return measures.stream().mapToDouble(measure).toArray();
        }

        Map<String, Metric> latencies() {
            Map<String, Metric> named = new LinkedHashMap<>();
            Latencies.percentiles(nanos).forEach((name, metric) -> named.put("ranking " + DEPTH + ", " + name, metric));
            return named;
        }
    }

    /// A judged query.
    private record Question(String words, Map<String, Integer> grades) {}

    @Override
    public Integer call() throws IOException {
        BeirFolder folder = BeirFolder.open(data, split);
        Ranks first = mode == null ? Ranks.USUAL : mode;
        List<Question> questions = questions(folder);
        List<JudgedDocument> documents = folder.documents();
        List<Ranks> wanted = against == null || against == first ? List.of(first) : List.of(first, against);
        Map<String, Metric> metrics = new LinkedHashMap<>();
        try (Rankers rankers = Rankers.build(documents, wanted, vectors.folder())) {
            System.err.println("ranked by: " + first.word());
            List<Run> runs = runs(rankers, wanted, questions, warming(folder, questions, documents));
            MEASURES.forEach((name, measure) ->
                    metrics.put(name, Metric.mean(runs.getFirst().of(measure))));
            metrics.putAll(runs.getFirst().latencies());
            if (against != null) {
                compare(runs.getFirst(), runs.getLast(), against.word(), metrics);
            }
        }
        Measured measured = new Measured(folder.digest(), metrics);
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    /// Asks every mode each question in turn, now the one first, now the other, so that none has the warmer
    /// process; of what a search leaves behind for the next, each has its own.
    private static List<Run> runs(Rankers rankers, List<Ranks> wanted, List<Question> questions, List<String> warming)
            throws IOException {
        for (Ranks each : wanted) {
            Ranker ranker = rankers.of(each);
            for (String words : warming) {
                ranker.rank(words, DEPTH);
            }
        }
        List<Run> runs = wanted.stream().map(each -> new Run(rankers.of(each))).toList();
        for (int i = 0; i < questions.size(); i++) {
            for (Run run : i % 2 == 0 ? runs : runs.reversed()) {
                run.ask(questions.get(i));
            }
        }
        return runs;
    }

    /// Questions that are not measured: those of other splits, else titles.
    private static List<String> warming(BeirFolder folder, List<Question> measured, List<JudgedDocument> documents)
            throws IOException {
        Set<String> asked = measured.stream().map(Question::words).collect(Collectors.toSet());
        return Stream.concat(
                        folder.queries().values().stream(), documents.stream().map(JudgedDocument::title))
                .filter(words -> !words.isBlank() && !asked.contains(words))
                .limit(WARMING)
                .toList();
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

    private static void compare(Run run, Run other, String word, Map<String, Metric> metrics) {
        MEASURES.forEach((name, measure) -> metrics.put(name + " of " + word, Metric.mean(other.of(measure))));
        other.latencies().forEach((name, metric) -> metrics.put(name + " of " + word, metric));
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
