package org.plumbline.ingest.document.evaluate;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.measure.Measured;
import org.plumbline.citations.measure.Metric;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;
import org.plumbline.ingest.document.DocumentReader;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.document.Documents;
import org.plumbline.ingest.document.evaluate.ComparedWords.Hyphens;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.RecordReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures which share of the sentences of an article's body, as its XML has them, stands in our text of its PDF.
@Command(
        name = "evaluate-documents",
        mixinStandardHelpOptions = true,
        description = "Measures which share of the sentences in articles' XML stands in the texts of their PDFs.")
public final class DocumentEvaluation implements Callable<Integer> {

    /// Shorter ones ("See below.") are found by chance.
    private static final int SHORTEST = 20;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "holds pdf/jats-pairs/*/fulltext.pdf beside fulltext.xml (or is jats-pairs itself)")
    private Path data = Path.of("");

    @Option(names = "--verbose", description = "list the sentences that were not found on stderr, by pair and section")
    private boolean verbose;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    /// How one pair came out.
    ///
    /// @param refused why there is no text of the PDF; empty where there is one
    /// @param missing sentences that were not found
    /// @param hyphenated how many were found with every hyphen as in the XML
    record Pair(String name, String refused, long sentences, List<String> missing, long hyphenated) {

        long found() {
            return sentences - missing.size();
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Pair> pairs = measure(pairsIn(data));
        if (verbose) {
            pairs.forEach(pair -> pair.missing().forEach(line -> System.err.println(pair.name() + ": " + line)));
        }
        Measured measured = new Measured(digest(pairsIn(data)), metrics(pairs));
        System.out.println(json ? Json.line(measured) : measured.table());
        return Commands.DONE;
    }

    /// The folders of pairs, by name.
    static List<Path> pairsIn(Path data) throws IOException {
        Path inside = data.resolve("pdf").resolve("jats-pairs");
        Path folder = Files.isDirectory(inside) ? inside : data;
        List<Path> pairs = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                pairs = children.filter(pair -> Files.isRegularFile(pair.resolve("fulltext.pdf"))
                                && Files.isRegularFile(pair.resolve("fulltext.xml")))
                        .sorted()
                        .toList();
            }
        }
        if (pairs.isEmpty()) {
            throw new WrongInputException("--data " + data
                    + ": holds no folder with fulltext.pdf beside fulltext.xml; name the folder above pdf/jats-pairs/");
        }
        return pairs;
    }

    /// Reads each pair and looks for the sentences.
    static List<Pair> measure(List<Path> pairs) throws IOException {
        Path work = Files.createTempDirectory("plumbline-documents");
        List<Pair> measured = new ArrayList<>();
        Documents documents = new Documents(work, DocumentSettings.DEFAULT);
        documents.convert(
                pairs.stream().map(pair -> pair.resolve("fulltext.pdf")).toList());
        for (Path pair : pairs) {
            measured.add(measure(pair, documents.reader()));
        }
        documents.remove();
        return measured;
    }

    private static Pair measure(Path pair, DocumentReader reader) {
        Delivery printed = read(reader, pair.resolve("fulltext.pdf"));
        List<Section> truth = sections(read(new JatsReader(), pair.resolve("fulltext.xml")));
        String ours = words(printed, Hyphens.TAKEN_OUT);
        String oursHyphenated = words(printed, Hyphens.KEPT);
        String refused =
                printed instanceof Delivery.Refused no ? no.entry().reason().code() : "";
        long n = 0;
        long hyphenated = 0;
        List<String> missing = new ArrayList<>();
        for (Section section : truth) {
            if (section.part() != Part.BODY) {
                continue;
            }
            for (Span sentence : Sentences.in(section.content(), section.marks())) {
                String words = ComparedWords.of(section, sentence, Hyphens.TAKEN_OUT);
                if (words.length() < SHORTEST) {
                    continue;
                }
                n++;
                hyphenated += oursHyphenated.contains(ComparedWords.of(section, sentence, Hyphens.KEPT)) ? 1 : 0;
                if (!ours.contains(words)) {
                    missing.add("section " + section.number() + " [" + sentence.start() + ", " + sentence.end() + ") "
                            + section.content().substring(sentence.start(), sentence.end()));
                }
            }
        }
        return new Pair(String.valueOf(pair.getFileName()), refused, n, missing, hyphenated);
    }

    private static Map<String, Metric> metrics(List<Pair> pairs) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        List<Pair> read = pairs.stream()
                .filter(pair -> pair.refused().isEmpty() && pair.sentences() > 0)
                .toList();
        if (!read.isEmpty()) {
            metrics.put(
                    "sentences-found",
                    Metric.share(
                            read.stream().mapToLong(Pair::found).sum(),
                            read.stream().mapToLong(Pair::sentences).sum()));
            metrics.put(
                    "sentences-found-with-hyphens",
                    Metric.share(
                            read.stream().mapToLong(Pair::hyphenated).sum(),
                            read.stream().mapToLong(Pair::sentences).sum()));
        }
        metrics.put("pairs-read", Metric.share(read.size(), pairs.size()));
        for (Pair pair : pairs) {
            String name = pair.refused().isEmpty()
                    ? "sentences-found/" + pair.name()
                    : "refused/" + pair.refused() + "/" + pair.name();
            if (pair.sentences() > 0) {
                metrics.put(name, Metric.share(pair.found(), pair.sentences()));
            }
        }
        return metrics;
    }

    private static String words(Delivery printed, Hyphens hyphens) {
        return sections(printed).stream()
                .map(section -> ComparedWords.of(section, hyphens))
                .collect(Collectors.joining());
    }

    private static List<Section> sections(Delivery delivery) {
        if (delivery instanceof Delivery.Read read) {
            Text text = read.text();
            return text == null ? List.of() : text.sections();
        }
        return List.of();
    }

    private static Delivery read(RecordReader reader, Path file) {
        List<Delivery> deliveries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(in, new InputFile(String.valueOf(file.getFileName()), 1), deliveries::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deliveries.getFirst();
    }

    private static String digest(List<Path> pairs) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path pair : pairs) {
                digest.update(Files.readAllBytes(pair.resolve("fulltext.pdf")));
                digest.update(Files.readAllBytes(pair.resolve("fulltext.xml")));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
