package org.plumbline.ingest.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.Section;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how many evidence spans that people marked in full texts (Evidence Inference) stand in our texts of the
/// same
/// articles, compared without any white space. A span may run over the end of a section.
@Command(
        name = "evaluate-spans",
        mixinStandardHelpOptions = true,
        description = "Measures which share of Evidence Inference's valid spans stands in the texts of their articles.")
public final class SpanEvaluation implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "holds evidence-inference/v2_annotations.csv and pmc-oa-opendata/PMC<id>.<v>/PMC<id>.<v>.xml")
    private Path data = Path.of("");

    @Option(
            names = "--verbose",
            description = "list the spans that were not found, by row, prompt and article, on stderr")
    private boolean verbose;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    /// One line of the answer: the set that was measured, and each metric with its 95 % interval.
    record Answer(String data, Map<String, Proportion> metrics) {}

    /// A span as annotated: the row in the file (from 1), the question, the article's PMCID, the words.
    private record Span(int row, String promptId, String pmcid, String words) {}

    @Override
    public Integer call() throws IOException {
        Path annotations = data.resolve("evidence-inference").resolve("v2_annotations.csv");
        Path articles = data.resolve("pmc-oa-opendata");
        if (!Files.isRegularFile(annotations) || !Files.isDirectory(articles)) {
            throw new WrongInputException(
                    "--data " + data + ": holds no evidence-inference/v2_annotations.csv beside pmc-oa-opendata/");
        }
        Map<String, List<Span>> spans = validSpans(annotations);
        if (spans.isEmpty()) {
            throw new WrongInputException(annotations + ": no row has Valid Label and Valid Reasoning True");
        }
        Map<String, Path> files = files(articles);
        List<Span> missing = new ArrayList<>();
        long n = 0;
        for (Map.Entry<String, List<Span>> ofArticle : spans.entrySet()) {
            Optional<Path> file = Optional.ofNullable(files.get(ofArticle.getKey()));
            String words = file.map(SpanEvaluation::wordsOf).orElse("");
            n += ofArticle.getValue().size();
            ofArticle.getValue().stream()
                    .filter(span -> !words.contains(span.words()))
                    .forEach(missing::add);
        }
        Answer answer = new Answer(digest(annotations), Map.of("spans-found", Proportion.of(n - missing.size(), n)));
        print(answer, missing, System.out, System.err);
        return 0;
    }

    private void print(Answer answer, List<Span> missing, PrintStream out, PrintStream err) {
        Proportion found = answer.metrics().get("spans-found");
        if (verbose) {
            missing.forEach(span ->
                    err.println("missing: row " + span.row() + ", prompt " + span.promptId() + ", " + span.pmcid()));
        }
        if (json) {
            out.println(Json.line(answer));
        } else if (found != null) {
            out.printf(
                    "%d of %d valid spans found: %.2f %% (95 %% interval %.2f to %.2f)%n",
                    found.n() - missing.size(), found.n(), 100 * found.value(), 100 * found.low(), 100 * found.high());
        }
    }

    private static Map<String, List<Span>> validSpans(Path annotations) throws IOException {
        Map<String, List<Span>> spans = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(annotations)) {
            CsvRows rows = new CsvRows(reader);
            int number = 1;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                Map<String, String> fields = row.get();
                if (isTrue(fields, "Valid Label") && isTrue(fields, "Valid Reasoning")) {
                    String pmcid = "PMC" + fields.getOrDefault("PMCID", "");
                    String words = withoutSpace(fields.getOrDefault("Annotations", ""));
                    spans.computeIfAbsent(pmcid, _ -> new ArrayList<>())
                            .add(new Span(number, fields.getOrDefault("PromptID", ""), pmcid, words));
                }
                number++;
            }
        }
        return spans;
    }

    private static boolean isTrue(Map<String, String> fields, String name) {
        return "True".equalsIgnoreCase(fields.getOrDefault(name, ""));
    }

    /// The newest version of each article's file.
    private static Map<String, Path> files(Path articles) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(articles, 2)) {
            found.filter(file -> file.getFileName().toString().matches("PMC[0-9]+\\.[0-9]+\\.xml"))
                    .sorted()
                    .forEach(file -> files.put(file.getFileName().toString().replaceFirst("\\..*", ""), file));
        }
        return files;
    }

    private static String wordsOf(Path file) {
        StringBuilder words = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            new JatsReader().read(in, new InputFile(file.getFileName().toString(), 1), delivery -> {
                if (delivery instanceof Delivery.Read read && read.text() != null) {
                    read.text().sections().stream().map(Section::content).forEach(words::append);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withoutSpace(words.toString());
    }

    /// Every kind of space that Unicode knows is taken out, the no-break and the zero-width ones too.
    private static String withoutSpace(String words) {
        return words.replaceAll("[\\s\\p{Z}\\u200b\\ufeff]+", "");
    }

    private static String digest(Path annotations) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(annotations));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
