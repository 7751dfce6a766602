package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;
import org.plumbline.ingest.identity.StandingCase;

/// Cases of standing taken in file by file, what only speaks of articles before the articles themselves.
class StandingThroughTablesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"europepmc-retraction-said-by-the-notice", "study-by-reference"})
    void articlesStandAsExpectedWhateverCameFirst(String name) throws IOException {
        StandingCase standing = StandingCase.named(name);
        Path home = folder.resolve("home");
        try (Intake intake = Intake.open(home, "local[2]", Clock.systemUTC())) {
            for (String file : new ArrayList<>(standing.files().keySet()).reversed()) {
                Path path = folder.resolve(file);
                Files.writeString(path, standing.files().get(file));
                Source source = StandingCase.source(file);
                assertThat(intake.take(source, () -> StandingCase.reader(source), List.of(path))
                                .quarantined())
                        .isEmpty();
            }
        }
        assertThat(StandingCase.described(articles(home))).isEqualTo(standing.expected());
    }

    private static List<Article> articles(Path home) {
        CorpusHome corpus = CorpusHome.existing(home);
        long version = CurrentCorpus.find(corpus).orElseThrow().tables().getOrDefault("articles", -1L);
        List<Article> articles = new ArrayList<>();
        new KernelTable(corpus.table("articles"))
                .forEach(version, List.of("article"), row -> articles.add(Json.read(row.getString(0), Article.class)));
        articles.sort(Comparator.comparing(Article::id));
        return articles;
    }
}
