package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.CloserLook.Look;
import org.plumbline.index.build.ArticleWithTexts;

class CloserLookTest {

    private static final String QUESTION = "Does aspirin prevent stroke in older adults?";

    @TempDir
    private Path home;

    @Test
    void findsTheSentenceThatSpeaksOfTheQuestion() throws IOException {
        List<Look> looks = look(List.of(
                "We asked 312 people in two towns. Daily aspirin reduced strokes in adults over 70 (p = 0.02)."
                        + " The authors declare no conflict of interest.",
                "Aspirin was given to mice. Stroke units were visited. Older adults filled in a form.",
                ""));
        assertThat(looks.get(0).sentence()).isEqualTo("Daily aspirin reduced strokes in adults over 70 (p = 0.02).");
        assertThat(looks.get(2).sentence()).isEqualTo("Report 2");
        assertThat(looks.get(0).similarity())
                .as("one sentence with all of it, beside three with a part each")
                .isGreaterThan(looks.get(1).similarity());
        assertThat(looks.get(1).similarity()).isGreaterThan(looks.get(2).similarity());
    }

    @ParameterizedTest
    @CsvSource({"700, 2", "380, 3", "270, 4", "140, 8", "4, 16"})
    void readsAsManyOfTheFirstAsThereIsTimeFor(int words, int looked) throws IOException {
        String sentence = String.join(" ", Collections.nCopies(words, "trial")) + ".";
        assertThat(look(Collections.nCopies(20, sentence))).hasSize(looked);
    }

    private List<Look> look(List<String> abstracts) throws IOException {
        List<ArticleWithTexts> articles = new ArrayList<>();
        for (int i = 0; i < abstracts.size(); i++) {
            articles.add(Samples.article(
                    "pmid:" + (100 + i),
                    "Report " + i,
                    new PublicationDate(2001, 0, 0),
                    Journal.NONE,
                    Samples.text("Report " + i, abstracts.get(i))));
        }
        Samples.publish(home, articles, 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Blocks blocks = new Blocks(snapshot.reader());
            List<Integer> documents = new ArrayList<>();
            for (ArticleWithTexts article : articles) {
                documents.add(blocks.findArticle(article.article().id()).orElseThrow());
            }
            WordRarity rarity = new WordRarity(new IndexSearcher(snapshot.reader()));
            return new CloserLook(blocks, new Readings(), rarity).atFirst(QUESTION, documents);
        }
    }
}
