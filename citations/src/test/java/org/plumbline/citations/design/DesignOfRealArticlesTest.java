package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.TestData;
import org.plumbline.citations.ToleranceFile;

/// Compares the classifier with designs that a person read in title and abstract. Publication types are withheld,
/// so that the cues are measured. Even lines of the label file were looked at while the rules were written, odd
/// lines not: of those the errors are counted and not shown.
class DesignOfRealArticlesTest {

    @Test
    void agreesWithAReaderWithinTolerance() throws IOException {
        Path data = TestData.folderOr("designs of real articles were not compared");
        Map<String, RealTitles.Titled> pubmed = RealTitles.ofPubmed(data.resolve("pubmed"));
        Map<String, Integer> confusion = new TreeMap<>();
        int[] right = new int[2];
        int[] all = new int[2];
        List<String> labels = labels();
        for (int line = 0; line < labels.size(); line++) {
            String[] fields = labels.get(line).split("\t", -1);
            RealTitles.Titled article = fields[0].startsWith("PMC")
                    ? RealTitles.ofJats(
                            data.resolve("pmc-oa-opendata").resolve(fields[0]).resolve(fields[0] + ".xml"))
                    : Objects.requireNonNull(pubmed.get(fields[0]), fields[0]);
            DesignLevel level =
                    DesignClassifier.classify(List.of(), article.articleTypes(), List.of(), article.words());
            boolean agrees =
                    Set.of(fields[1].split("\\|", -1)).contains(level.kind().name());
            all[line % 2]++;
            right[line % 2] += agrees ? 1 : 0;
            if (line % 2 == 0) {
                confusion.merge(fields[1] + " -> " + level.kind(), 1, Integer::sum);
            }
            if (!agrees && line % 2 == 0) {
                System.err.printf("%s: %s, but %s%n", fields[0], fields[1], level);
            }
        }
        confusion.forEach((pair, count) -> System.err.println(count + "\t" + pair));
        System.err.printf("designs: tuning %d of %d, held out %d of %d%n", right[0], all[0], right[1], all[1]);
        assertThat(all[0] + all[1]).isGreaterThanOrEqualTo(100);
        ToleranceFile tolerated = new ToleranceFile(getClass(), "designs-tolerance.properties");
        assertThat((double) all[0] - right[0]).as("errors, tuning half").isLessThanOrEqualTo(tolerated.of("tuning"));
        assertThat((double) all[1] - right[1])
                .as("errors, held-out half")
                .isLessThanOrEqualTo(tolerated.of("held-out"));
    }

    private static List<String> labels() throws IOException {
        try (InputStream in = DesignOfRealArticlesTest.class.getResourceAsStream("designs.tsv")) {
            if (in == null) {
                throw new IOException("no test resource designs.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
