package org.plumbline.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import picocli.CommandLine;

class SpanEvaluationTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final double LEAST = 0.99;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsSpansAcrossSectionsAndMissesWhatIsNotThere() throws IOException {
        writeArticle();
        writeAnnotations("""
                UserID,PromptID,PMCID,Valid Label,Valid Reasoning,Label,Annotations
                0,1,99999971,True,True,x,"Pain fell,
                 by two.No harm"
                0,2,99999971,True,True,x,Pain rose
                0,3,99999971,True,False,x,not counted
                0,4,99999972,True,True,x,no such article
                """);
        SpanEvaluation.Count count = SpanEvaluation.count(
                EvidenceSpan.valid(folder.resolve("evidence-inference/v2_annotations.csv")),
                SpanEvaluation.files(folder.resolve("pmc-oa-opendata")));
        assertThat(count.spans()).isEqualTo(3);
        assertThat(count.missing()).extracting(EvidenceSpan::promptId).containsExactly("2", "4");
        assertThat(count.missing()).extracting(EvidenceSpan::row).containsExactly(2, 4);
        assertThat(new CommandLine(new SpanEvaluation()).execute("--data", folder.toString()))
                .isZero();
    }

    @Test
    void refusesAFolderWithoutAnnotations() {
        SpanEvaluation evaluation = new SpanEvaluation();
        new CommandLine(evaluation).parseArgs("--data", folder.toString());
        assertThatThrownBy(evaluation::call)
                .isInstanceOf(WrongInputException.class)
                .hasMessageContaining("evidence-inference/v2_annotations.csv");
    }

    @Test
    void readsQuotedFields() throws IOException {
        CsvRows rows = new CsvRows(new StringReader("a,b\r\n\"x \"\"y\"\",\nz\",\r\n1,\"2\""));
        assertThat(rows.next()).isEqualTo(Optional.of(Map.of("a", "x \"y\",\nz", "b", "")));
        assertThat(rows.next()).isEqualTo(Optional.of(Map.of("a", "1", "b", "2")));
        assertThat(rows.next()).isEmpty();
    }

    @Test
    void findsTheEvidenceInRealArticles() throws IOException {
        String data = System.getenv(WHERE);
        if (data == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(WHERE + " is not set, and CI is: the real data must be there");
        }
        assumeTrue(data != null, WHERE + " is not set: evidence spans are not looked for");
        Path root = Path.of(Objects.requireNonNull(data));
        SpanEvaluation.Count count = SpanEvaluation.count(
                EvidenceSpan.valid(root.resolve("evidence-inference/v2_annotations.csv")),
                SpanEvaluation.files(root.resolve("pmc-oa-opendata")));
        System.out.println("findsTheEvidenceInRealArticles: " + count.metrics());
        assertThat(count.spans()).isGreaterThan(1000);
        assertThat(count.missing().size()).isLessThanOrEqualTo((int) ((1 - LEAST) * count.spans()));
    }

    private void writeArticle() throws IOException {
        Path article = folder.resolve("pmc-oa-opendata/PMC99999971.1");
        Files.createDirectories(article);
        Files.writeString(article.resolve("PMC99999971.1.xml"), """
                <article><body><sec><title>Results</title><p>Pain fell, by <italic>two</italic>.</p></sec>
                <sec><title>Harms</title><p>No harm was seen.</p></sec></body></article>
                """);
    }

    private void writeAnnotations(String csv) throws IOException {
        Files.createDirectories(folder.resolve("evidence-inference"));
        Files.writeString(folder.resolve("evidence-inference/v2_annotations.csv"), csv);
    }
}
