package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.TestData;
import org.plumbline.citations.ToleranceFile;

/// Counts the errors of [Sentences] against sentence ends that a person labelled in real text. The labels are
/// offsets: the text itself is read from the data folder. Of the half that is held out, errors are counted and not
/// shown.
class SentenceEndsOfRealTextTest {

    private record Labelled(String sample, String half, String id, int paragraph, Set<Integer> ends) {}

    /// Found and missed ends; the last end of a paragraph is trivial and not counted.
    private record Count(int labelled, int missed, int invented) {
        Count plus(Count other) {
            return new Count(labelled + other.labelled, missed + other.missed, invented + other.invented);
        }
    }

    @Test
    void errorsStayWithinTheToleranceFile() throws IOException {
        Path data = TestData.folderOr("sentence ends of real text were not counted");
        Map<String, List<RealParagraphs.Paragraph>> read = new HashMap<>();
        Map<String, Count> counts = new HashMap<>();
        for (Labelled one : labels()) {
            List<RealParagraphs.Paragraph> paragraphs = read.computeIfAbsent(one.id(), id -> paragraphs(data, id));
            RealParagraphs.Paragraph paragraph = paragraphs.get(one.paragraph());
            counts.merge(one.sample() + "." + one.half(), count(one, paragraph), Count::plus);
        }
        ToleranceFile tolerance = new ToleranceFile(getClass(), "sentence-ends-tolerance.properties");
        counts.forEach((sample, count) -> {
            System.err.println("sentence ends, " + sample + ": " + count);
            assertThat((double) count.missed() + count.invented())
                    .as("errors in " + sample + ": " + count)
                    .isLessThanOrEqualTo(tolerance.of(sample));
        });
        assertThat(counts.values().stream().mapToInt(Count::labelled).sum()).isGreaterThan(500);
    }

    private static Count count(Labelled labelled, RealParagraphs.Paragraph paragraph) {
        Set<Integer> found = Sentences.in(paragraph.content(), paragraph.marks()).stream()
                .map(Span::end)
                .collect(Collectors.toCollection(HashSet::new));
        found.remove(paragraph.content().length());
        Set<Integer> missed = new HashSet<>(labelled.ends());
        missed.removeAll(found);
        found.removeAll(labelled.ends());
        if (labelled.half().equals("tuning")) {
            show(labelled, paragraph, "missed", missed);
            show(labelled, paragraph, "invented", found);
        }
        return new Count(labelled.ends().size(), missed.size(), found.size());
    }

    private static void show(Labelled labelled, RealParagraphs.Paragraph paragraph, String what, Set<Integer> ends) {
        String content = paragraph.content();
        for (int end : ends) {
            System.err.printf(
                    "%s %s paragraph %d, %s at %d: …%s|%s…%n",
                    labelled.half(),
                    labelled.id(),
                    labelled.paragraph(),
                    what,
                    end,
                    content.substring(Math.max(0, end - 25), end),
                    content.substring(end, Math.min(content.length(), end + 15)));
        }
    }

    private static List<RealParagraphs.Paragraph> paragraphs(Path data, String id) {
        if (id.startsWith("PMC")) {
            return RealParagraphs.ofJats(
                    data.resolve("pmc-oa-opendata").resolve(id).resolve(id + ".xml"), id);
        }
        if (id.startsWith("journal")) {
            return RealParagraphs.ofJats(data.resolve("jats-plos").resolve(id + ".xml"), id);
        }
        List<RealParagraphs.Paragraph> ofId = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("pubmed"))) {
            files.filter(file -> file.toString().endsWith(".xml.gz"))
                    .sorted()
                    .flatMap(file -> RealParagraphs.ofPubmed(file).stream())
                    .filter(paragraph -> paragraph.id().equals(id))
                    .forEach(ofId::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return ofId;
    }

    private static List<Labelled> labels() throws IOException {
        try (InputStream in = resource("sentence-ends.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SentenceEndsOfRealTextTest::label)
                    .toList();
        }
    }

    private static Labelled label(String line) {
        String[] fields = line.split("\t", -1);
        Set<Integer> ends = Arrays.stream(fields[4].split(",", -1))
                .filter(end -> !end.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return new Labelled(fields[0], fields[1], fields[2], Integer.parseInt(fields[3]), ends);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = SentenceEndsOfRealTextTest.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("no test resource " + name);
        }
        return in;
    }
}
