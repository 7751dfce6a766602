package org.plumbline.ingest.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.retractions.RetractionReader;

class SnapshotsTest {

    private static final String HEAD =
            "Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature,Reason\n";

    @TempDir
    private static Path scratch;

    private static LocalSpark spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openSpark() {
        spark = LocalSpark.open(scratch);
    }

    @AfterAll
    static void stopSpark() {
        spark.close();
    }

    @Test
    void aRowThatIsGoneFromANewerListIsWithdrawnInWhateverOrderListsAreTaken() throws IOException {
        Path january = list("retraction_watch-20260101.csv", 1, 2);
        Path february = list("retraction_watch-20260201.csv", 2, 3);
        Path march = list("retraction_watch-20260301.csv", 1, 3);
        Path own = list("own.csv", 9);

        CorpusHome inOrder = home("in-order");
        write(inOrder, own);
        write(inOrder, january);
        assertThat(retracted(inOrder)).containsExactly("pmid:1", "pmid:2", "pmid:9");
        RunReport second = write(inOrder, february);
        assertThat(second.records().deleted()).isEqualTo(1);
        assertThat(retracted(inOrder)).containsExactly("pmid:2", "pmid:3", "pmid:9");
        write(inOrder, march);
        assertThat(retracted(inOrder)).containsExactly("pmid:1", "pmid:3", "pmid:9");

        CorpusHome atOnce = home("at-once");
        write(atOnce, january, february, march, own);
        CorpusHome backwards = home("backwards");
        write(backwards, march);
        write(backwards, february);
        write(backwards, own, january);
        assertThat(digest(atOnce)).isEqualTo(digest(inOrder));
        assertThat(digest(backwards)).isEqualTo(digest(inOrder));
    }

    /// The home with four articles.
    private CorpusHome home(String name) throws IOException {
        CorpusHome home = CorpusHome.create(folder.resolve(name));
        StringBuilder articles = new StringBuilder("<PubmedArticleSet>");
        for (int pmid : List.of(1, 2, 3, 9)) {
            articles.append(
                    "<PubmedArticle><MedlineCitation><PMID Version=\"1\">%1$d</PMID></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.9999/%1$d</ArticleId></ArticleIdList></PubmedData></PubmedArticle>"
                            .formatted(pmid));
        }
        Path file = Files.writeString(folder.resolve("pubmed.xml"), articles + "</PubmedArticleSet>");
        var _ = spark.write(home, ArticleUpdate.Limits.DEFAULT, Source.PUBMED, PubmedReader::new, file);
        return home;
    }

    private static RunReport write(CorpusHome home, Path... lists) {
        return spark.write(
                home, new ArticleUpdate.Limits(0, 0, 0), Source.RETRACTION_WATCH, RetractionReader::new, lists);
    }

    private Path list(String name, int... rows) throws IOException {
        StringBuilder lines = new StringBuilder(HEAD);
        for (int row : rows) {
            lines.append("%1$d,5/4/2021 0:00,10.9999/n%1$d,10.9999/%1$d,Retraction,+Error;%n".formatted(row));
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    private static List<String> retracted(CorpusHome home) {
        List<String> ids = new ArrayList<>();
        spark.rows(home, "articles")
                .filter("standing = 'RETRACTED'")
                .orderBy("article_id")
                .select("article_id")
                .collectAsList()
                .forEach(row -> ids.add(row.getString(0)));
        return ids;
    }

    private static String digest(CorpusHome home) {
        return CurrentCorpus.find(home).orElseThrow().digest();
    }
}
