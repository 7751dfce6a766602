package org.plumbline.ingest.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.Section;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how many evidence spans that people marked in full texts (Evidence Inference) stand in our texts of the
/// same articles, compared without any white space; a span may run over the end of a section.
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

    /// How the spans came out.
    record Count(long spans, List<EvidenceSpan> missing) {

        Map<String, Metric> metrics() {
            return Map.of("spans-found", Metric.share(spans - missing.size(), spans));
        }
    }

    @Override
    public Integer call() throws IOException {
        Path annotations = data.resolve("evidence-inference").resolve("v2_annotations.csv");
        Path articles = data.resolve("pmc-oa-opendata");
        if (!Files.isRegularFile(annotations) || !Files.isDirectory(articles)) {
            throw new WrongInputException(
                    "--data " + data
                            + ": holds no evidence-inference/v2_annotations.csv beside pmc-oa-opendata/; name the folder of both");
        }
        Count count = count(EvidenceSpan.valid(annotations), files(articles));
        if (count.spans() == 0) {
            throw new WrongInputException(annotations
                    + ": no row has Valid Label and Valid Reasoning True; give Evidence Inference 2.0's file");
        }
        if (verbose) {
            count.missing()
                    .forEach(span -> System.err.println(
                            "missing: row " + span.row() + ", prompt " + span.promptId() + ", " + span.pmcid()));
        }
        Measured measured = new Measured(digest(annotations), count.metrics());
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    /// Counts the spans of each article against its words; one article in memory at a time.
    static Count count(Map<String, List<EvidenceSpan>> spans, Map<String, Path> files) {
        long n = 0;
        List<EvidenceSpan> missing = new ArrayList<>();
        for (Map.Entry<String, List<EvidenceSpan>> ofArticle : spans.entrySet()) {
            Path file = files.get(ofArticle.getKey());
            String words = file == null ? "" : words(file);
            n += ofArticle.getValue().size();
            ofArticle.getValue().stream()
                    .filter(span -> !words.contains(span.words()))
                    .forEach(missing::add);
        }
        return new Count(n, List.copyOf(missing));
    }

    /// An article's stored text without any white space, its sections one after the other.
    private static String words(Path file) {
        StringBuilder words = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            new JatsReader().read(in, new InputFile(String.valueOf(file.getFileName()), 1), delivery -> {
                if (delivery instanceof Delivery.Read read && read.text() != null) {
                    read.text().sections().stream().map(Section::content).forEach(words::append);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EvidenceSpan.withoutSpace(words.toString());
    }

    /// The file of each article's newest version, by PMCID.
    static Map<String, Path> files(Path articles) throws IOException {
        try (Stream<Path> found = Files.walk(articles, 2)) {
            Map<String, Path> files = new HashMap<>();
            found.filter(file -> String.valueOf(file.getFileName()).matches("PMC[0-9]+\\.[0-9]+\\.xml"))
                    .sorted()
                    .forEach(
                            file -> files.put(String.valueOf(file.getFileName()).replaceFirst("\\..*", ""), file));
            return files;
        }
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
