package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Term;
import org.plumbline.citations.TestData;
import org.plumbline.citations.ToleranceFile;
import org.plumbline.citations.measure.Metric;

/// Compares design level, subjects and ages with what a person read in 200 titles and abstracts. MeSH headings and
/// publication types are withheld, so that the cues are measured. Even lines were looked at while the rules were
/// written, odd lines not: of those the errors are counted and not shown.
class ReadLabelsTest {

    private record Read(
            String id, Set<String> designs, Set<String> subjects, Set<String> stated, Set<String> permitted) {}

    private record Judged(Read read, int half, DesignLevel design, Subjects subjects, Ages ages) {

        boolean designIsRight() {
            return read.designs().contains(design.kind().name());
        }

        boolean subjectsAreRight() {
            return read.subjects().contains(subjects.kind().name());
        }

        /// All that is stated, and nothing that cannot be inferred.
        boolean agesAreRight() {
            Set<String> found = ages.groups().stream().map(Enum::name).collect(Collectors.toSet());
            return found.containsAll(read.stated())
                    && found.stream()
                            .allMatch(group -> read.stated().contains(group)
                                    || read.permitted().contains(group));
        }
    }

    @Test
    void agreesWithAReaderWithinTolerance() throws IOException {
        ReadArticles articles = new ReadArticles(TestData.folderOr("designs, subjects and ages were not compared"));
        List<Read> labels = labels();
        List<Judged> judged = new ArrayList<>();
        for (int line = 0; line < labels.size(); line++) {
            Read read = labels.get(line);
            RealTitles.Titled article = articles.of(read.id());
            List<Term> none = List.of();
            DesignLevel design = DesignClassifier.classify(none, article.articleTypes(), none, article.words());
            Subjects subjects = Subjects.of(none, article.words());
            Ages ages = Ages.of(none, subjects, article.words());
            judged.add(new Judged(read, line % 2, design, subjects, ages));
        }
        assertThat(judged).hasSize(200);
        confusion(
                "design",
                judged,
                one -> one.read().designs() + " -> " + one.design().kind());
        confusion(
                "subjects",
                judged,
                one -> one.read().subjects() + " -> " + one.subjects().kind());
        staysWithin("design", judged, Judged::designIsRight);
        staysWithin("subjects", judged, Judged::subjectsAreRight);
        staysWithin("ages", judged, Judged::agesAreRight);
    }

    private static void staysWithin(String what, List<Judged> judged, Predicate<Judged> right) throws IOException {
        ToleranceFile tolerated = new ToleranceFile(ReadLabelsTest.class, "designs-subjects-ages-tolerance.properties");
        for (int half = 0; half < 2; half++) {
            String measure = what + (half == 0 ? ".tuning" : ".held-out");
            assertThat((double) errors(what, half, judged, right))
                    .as(measure)
                    .isLessThanOrEqualTo(tolerated.of(measure));
        }
    }

    private static int errors(String what, int half, List<Judged> judged, Predicate<Judged> right) {
        List<Judged> ofHalf = judged.stream().filter(one -> one.half() == half).toList();
        ofHalf.stream()
                .filter(right.negate())
                .filter(one -> half == 0)
                .forEach(one -> System.err.println(what + ": " + one));
        int agreed = (int) ofHalf.stream().filter(right).count();
        Metric metric = Metric.share(agreed, ofHalf.size());
        System.err.printf(
                "%s, %s half: %d of %d, %s%n", what, half == 0 ? "tuning" : "held-out", agreed, ofHalf.size(), metric);
        return ofHalf.size() - agreed;
    }

    private static void confusion(String what, List<Judged> judged, Function<Judged, String> pair) {
        Map<String, Integer> counts = new TreeMap<>();
        judged.stream().filter(one -> one.half() == 0).forEach(one -> counts.merge(pair.apply(one), 1, Integer::sum));
        counts.forEach((pairing, count) -> System.err.println(what + "\t" + count + "\t" + pairing));
    }

    private static List<Read> labels() throws IOException {
        try (InputStream in = ReadLabelsTest.class.getResourceAsStream("designs-subjects-ages.tsv")) {
            if (in == null) {
                throw new IOException("no test resource designs-subjects-ages.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Read(cells[0], set(cells[1]), set(cells[2]), set(cells[3]), set(cells[4])))
                    .toList();
        }
    }

    private static Set<String> set(String cell) {
        return cell.isEmpty() ? Set.of() : Arrays.stream(cell.split("\\|", -1)).collect(Collectors.toSet());
    }
}
