package org.plumbline.index.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `evaluate retrieval`: indexes a judged collection, asks its queries and prints the field's measures.
@Command(
        name = "retrieval",
        mixinStandardHelpOptions = true,
        description = "Measures ranking on a folder in BEIR's layout: nDCG@10, recall@100, MAP, MRR.")
public final class RetrievalEvaluation implements Callable<Integer> {

    private static final int DEPTH = 1_000;

    enum Mode {
        /// As `index search` ranks.
        PLUMBLINE,
        /// Lucene's BM25 and EnglishAnalyzer, to compare with.
        BARE
    }

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "corpus.jsonl, queries.jsonl, qrels/")
    Path data = Path.of("");

    @Option(
            names = "--mode",
            defaultValue = "PLUMBLINE",
            paramLabel = "MODE",
            description = "plumbline (default), or bare: Lucene's BM25 with its EnglishAnalyzer")
    Mode mode = Mode.PLUMBLINE;

    @Option(names = "--json", description = "one JSON object on stdout")
    boolean json;

    @Override
    public Integer call() throws IOException {
        BeirFolder folder = new BeirFolder(data);
        Path scratch = Files.createTempDirectory("plumbline-evaluate");
        try (Ranker ranker = ranker(folder, scratch)) {
            Measured measured = new Measured(folder.digest(), metrics(folder, ranker));
            System.out.println(json ? Json.line(measured) : measured.table());
        } finally {
            delete(scratch);
        }
        return Commands.DONE;
    }

    private Ranker ranker(BeirFolder folder, Path scratch) throws IOException {
        return switch (mode) {
            case PLUMBLINE -> ProductRanker.build(folder, scratch);
            case BARE -> BareRanker.build(folder, scratch);
        };
    }

    private static Map<String, Metric> metrics(BeirFolder folder, Ranker ranker) throws IOException {
        Map<String, String> queries = folder.queries();
        List<RankingMeasures> measured = new ArrayList<>();
        for (Map.Entry<String, Map<String, Integer>> judged :
                folder.judgements().entrySet()) {
            String words = queries.get(judged.getKey());
            if (words == null) {
                throw new WrongInputException("qrels judge query " + judged.getKey() + ", which queries.jsonl has not");
            }
            if (judged.getValue().values().stream().anyMatch(grade -> grade > 0)) {
                measured.add(RankingMeasures.of(ranker.rank(words, DEPTH), judged.getValue()));
            }
        }
        if (measured.isEmpty()) {
            throw new WrongInputException(folder.folder() + " judges no document relevant: nothing to measure");
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        metrics.put("ndcg@10", mean(measured, RankingMeasures::ndcg10));
        metrics.put("recall@100", mean(measured, RankingMeasures::recall100));
        metrics.put("map", mean(measured, RankingMeasures::averagePrecision));
        metrics.put("mrr", mean(measured, RankingMeasures::reciprocalRank));
        return metrics;
    }

    private static Metric mean(List<RankingMeasures> measured, ToDoubleFunction<RankingMeasures> measure) {
        return Metric.mean(measured.stream().mapToDouble(measure).toArray());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
