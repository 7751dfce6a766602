package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.TestData;
import org.plumbline.citations.ToleranceFile;
import org.plumbline.citations.measure.Metric;

/// Compares [ShortForms] with definitions that a person read in real abstracts. Labels are offsets: the text itself
/// is read from the data folder.
class ShortFormsOfRealTextTest {

    /// @param start of the long form, or -1 where the parenthesis at the offset defines nothing
    private record Labelled(String id, int paragraph, int offset, int start, int end) {

        static Labelled of(String line) {
            String[] cells = line.split("\t", -1);
            boolean defines = !cells[3].equals("-");
            return new Labelled(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    defines ? Integer.parseInt(cells[3]) : -1,
                    defines ? Integer.parseInt(cells[4]) : -1);
        }
    }

    private final Map<String, List<RealParagraphs.Paragraph>> pubmed = new HashMap<>();

    @Test
    void findsWhatAReaderFound() throws IOException {
        Path data = TestData.folderOr("short forms of real text were not compared");
        readPubmed(data.resolve("pubmed"));
        int defined = 0;
        int found = 0;
        int right = 0;
        for (Labelled labelled : labels()) {
            String content = content(data, labelled);
            assertThat(content.charAt(labelled.offset()))
                    .as(labelled.toString())
                    .isEqualTo('(');
            Optional<ShortForms.Definition> one = at(content, labelled.offset());
            boolean agrees = one.isPresent()
                    && one.get().longSpan().start() == labelled.start()
                    && one.get().longSpan().end() == labelled.end();
            defined += labelled.start() >= 0 ? 1 : 0;
            found += one.isPresent() ? 1 : 0;
            right += agrees ? 1 : 0;
            if (!agrees && (one.isPresent() || labelled.start() >= 0)) {
                System.err.println(labelled + " but " + one);
            }
        }
        Metric precision = Metric.share(right, found);
        Metric recall = Metric.share(right, defined);
        System.err.printf("short forms: precision %s, recall %s%n", precision, recall);
        assertThat(defined).isGreaterThanOrEqualTo(100);
        ToleranceFile tolerated = new ToleranceFile(getClass(), "short-forms-tolerance.properties");
        assertThat(precision.value()).isGreaterThanOrEqualTo(tolerated.of("precision"));
        assertThat(recall.value()).isGreaterThanOrEqualTo(tolerated.of("recall"));
    }

    /// The definition whose parenthesis stands here.
    private static Optional<ShortForms.Definition> at(String content, int offset) {
        int close = content.indexOf(')', offset);
        return ShortForms.in(content).stream()
                .filter(one -> isWithin(one.shortSpan(), offset, close) || isWithin(one.longSpan(), offset, close))
                .findFirst();
    }

    private static boolean isWithin(Span span, int open, int close) {
        return span.start() == open + 1 && span.end() <= close;
    }

    private String content(Path data, Labelled labelled) {
        List<RealParagraphs.Paragraph> paragraphs = pubmed.computeIfAbsent(
                labelled.id(),
                id -> RealParagraphs.ofJats(
                        data.resolve("pmc-oa-opendata").resolve(id).resolve(id + ".xml"), id));
        return paragraphs.stream()
                .filter(paragraph -> paragraph.element() == labelled.paragraph())
                .findFirst()
                .orElseThrow()
                .content();
    }

    private void readPubmed(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".xml.gz"))
                    .sorted()
                    .map(RealParagraphs::ofPubmed)
                    .forEach(paragraphs -> paragraphs.forEach(
                            paragraph -> pubmed.computeIfAbsent(paragraph.id(), _ -> new ArrayList<>())
                                    .add(paragraph)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Labelled> labels() throws IOException {
        try (InputStream in = ShortFormsOfRealTextTest.class.getResourceAsStream("short-forms.tsv")) {
            if (in == null) {
                throw new IOException("no test resource short-forms.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Labelled::of)
                    .toList();
        }
    }
}
