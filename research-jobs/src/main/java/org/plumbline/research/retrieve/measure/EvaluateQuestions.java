package org.plumbline.research.retrieve.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.index.Snapshot;
import org.plumbline.index.evaluate.BeirFolder;
import org.plumbline.index.evaluate.JudgedDocument;
import org.plumbline.index.evaluate.JudgedIndex;
import org.plumbline.index.evaluate.Scratch;
import org.plumbline.index.evaluate.VectorsOption;
import org.plumbline.research.plan.Planner;
import org.plumbline.research.request.Request;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.retrieve.Retrieved.Fate;
import org.plumbline.research.retrieve.Retriever;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate questions`: plans and retrieves as a job does, and prints how many of the articles that answer a question
/// are found and read.
@Command(
        name = "questions",
        mixinStandardHelpOptions = true,
        description =
                "Measures what a job finds and reads, on questions whose articles are known: PubMedQA's, or those of"
                        + " systematic reviews.",
        footer = {"", "Example:", "  plumbline evaluate questions --data pubmedqa --among scifact"})
public final class EvaluateQuestions implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder of PubMedQA's file, or topics.tsv and the files it names")
    private Path data = Path.of("");

    @Option(
            names = "--among",
            paramLabel = "DIR",
            description = "a folder in BEIR's layout whose documents are indexed as well; may be given several times")
    private List<Path> among = List.of();

    @Option(names = "--words", description = "index without vectors: ranks by words alone")
    private boolean words;

    @Option(names = "--missed", description = "print each question of which an article was not read")
    private boolean missed;

    @Mixin
    private final VectorsOption vectors = new VectorsOption();

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What became of one question.
    ///
    /// @param answers how many articles answer it
    /// @param found how many of these are found, read or not
    /// @param read how many of them are read
    /// @param first 1 divided by the place of the first of them among those that are read; 0 where none is
    /// @param articles how many articles are read
    private record Outcome(long answers, long found, long read, double first, int articles) {}

    @Override
    public Integer call() throws IOException {
        AskedCollection collection = AskedCollection.of(data);
        List<JudgedDocument> documents = new ArrayList<>(collection.documents());
        StringBuilder digest = new StringBuilder(collection.digest());
        for (Path folder : among) {
            BeirFolder others = BeirFolder.open(folder, null);
            String name = "among" + among.indexOf(folder) + "-";
            others.documents().forEach(document -> documents.add(document.named(name + document.id())));
            digest.append(' ').append(others.digest());
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        try (Scratch scratch = Scratch.in(Path.of(System.getProperty("java.io.tmpdir")));
                JudgedIndex index = words
                        ? JudgedIndex.ofWords(documents, scratch.folder("home"))
                        : JudgedIndex.ofVectors(documents, scratch.folder("home"), vectors.folder())) {
            Snapshot snapshot = index.open();
            for (AskedQuestion asked : collection.questions()) {
                outcomes.put(asked.name(), ask(snapshot, asked));
            }
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        List<Outcome> all = List.copyOf(outcomes.values());
        metrics.put("found", mean(all, outcome -> (double) outcome.found() / outcome.answers()));
        metrics.put("read", mean(all, outcome -> (double) outcome.read() / outcome.answers()));
        metrics.put("mrr", mean(all, Outcome::first));
        metrics.put("articles read", mean(all, Outcome::articles));
        outcomes.forEach((name, outcome) -> {
            if (outcome.answers() > 1) {
                String topic = Printable.line(name);
                metrics.put(topic + " found", Metric.share(outcome.found(), outcome.answers()));
                metrics.put(topic + " read", Metric.share(outcome.read(), outcome.answers()));
            }
        });
        Measured measured = new Measured(digest.toString(), metrics);
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    private Outcome ask(Snapshot snapshot, AskedQuestion asked) {
        Request request = Request.of(asked.question());
        List<Retrieved> retrieved = new Retriever(snapshot).retrieve(request, new Planner(snapshot).plan(request));
        List<String> found = retrieved.stream()
                .filter(line -> line.fate() != Fate.NEAR)
                .map(line -> line.article().id())
                .toList();
        List<String> read = retrieved.stream()
                .filter(line -> line.fate() == Fate.READ)
                .map(line -> line.article().id())
                .toList();
        int first = 0;
        while (first < read.size() && !asked.answers().contains(read.get(first))) {
            first++;
        }
        double reciprocal = first < read.size() ? 1.0 / (first + 1) : 0;
        Outcome outcome =
                new Outcome(asked.answers().size(), count(found, asked), count(read, asked), reciprocal, read.size());
        if (missed && outcome.read() < outcome.answers()) {
            System.err.printf(
                    "%s: %d of %d found, %d read: %s%n",
                    Printable.line(asked.name()),
                    outcome.found(),
                    outcome.answers(),
                    outcome.read(),
                    Printable.line(asked.question()));
        }
        return outcome;
    }

    private static long count(List<String> articles, AskedQuestion asked) {
        return articles.stream().filter(asked.answers()::contains).count();
    }

    private static Metric mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return Metric.mean(outcomes.stream().mapToDouble(figure).toArray());
    }
}
