package org.plumbline.index.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.ArticleSet;
import org.plumbline.index.Samples;
import org.plumbline.index.Snapshot;
import org.plumbline.index.StrategySearch;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshFile;
import org.plumbline.index.mesh.MeshVocabulary;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.PubmedQuery;
import org.plumbline.index.pubmed.Strategy;

class StrategySearchTest {

    @TempDir
    Path home;

    @Test
    void findsWhatAPlainLookAtEveryArticleFinds() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ArticleWithTexts> articles = StrategyArticles.random(random, 150);
        Samples.publish(home, articles, 3);
        MeshVocabulary mesh = MeshFile.write(home, StrategyArticles.MESH);
        List<String> broader =
                List.of("Sample Diseases", "cardiac failure", "Lung Diseases", "Clinical Trial", "Unknown");
        QueriesOverArticles queries = new QueriesOverArticles(random, articles, broader);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.of(mesh));
            int found = 0;
            for (int i = 0; i < 150; i++) {
                found += compare(search, queries, articles, seed);
            }
            assertThat(found).as("seed %d: lines that find something", seed).isGreaterThan(250);
        }
    }

    /// A strategy of four lines, as text, that may refer to each other; answers how many of them find something.
    private static int compare(
            StrategySearch search, QueriesOverArticles queries, List<ArticleWithTexts> articles, long seed) {
        Map<Integer, Expression> lines = new HashMap<>();
        StringBuilder strategy = new StringBuilder();
        for (int line = 1; line <= 4; line++) {
            Expression expression = queries.any(3, line - 1);
            lines.put(line, expression);
            strategy.append(line)
                    .append(". ")
                    .append(new PubmedQuery(expression))
                    .append('\n');
        }
        PlainMatcher matcher = new PlainMatcher(StrategyArticles.MESH, lines);
        int found = 0;
        for (StrategySearch.LineSet set : search.lines(Strategy.parse(strategy.toString()))) {
            List<String> expected =
                    List.copyOf(matcher.matching(lines.get(set.line().number()), articles));
            assertThat(ids(set.articles())).as("seed %d: %s", seed, set.line()).isEqualTo(expected);
            assertThat(set.articles().count()).isEqualTo(expected.size());
            found += expected.isEmpty() ? 0 : 1;
        }
        return found;
    }

    @Test
    void findsTheSameWhateverTheShards() {
        List<ArticleWithTexts> articles = StrategyArticles.random(new Random(7), 100);
        List<List<String>> found = new ArrayList<>();
        for (int shards : List.of(1, 4)) {
            Samples.publish(home, articles, shards);
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                found.add(ids(snapshot.strategies(Optional.empty()).matching(PubmedQuery.parse("asthma*[tiab]"))));
            }
        }
        assertThat(found.getFirst()).hasSizeGreaterThan(20).isSorted().isEqualTo(found.getLast());
    }

    @Test
    void asksForMoreTermsThanLuceneTakesAtOnce() {
        Samples.publish(home, StrategyArticles.random(new Random(8), 60), 2);
        String many =
                IntStream.range(0, 3_000).mapToObj(i -> "word" + i + "[tw]").collect(Collectors.joining(" OR "));
        String each = "(asthma*[tw] OR word[tw])" + " AND (asthma*[tw] OR \"a word*\"[tw])".repeat(500);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.empty());
            List<String> expected = ids(search.matching(PubmedQuery.parse("asthma*[tw]")));
            assertThat(ids(search.matching(PubmedQuery.parse(many + " OR asthma*[tw]"))))
                    .isEqualTo(expected);
            assertThat(ids(search.matching(PubmedQuery.parse(each)))).isEqualTo(expected);
            assertThat(ids(search.matching(
                            PubmedQuery.parse("asthma*[tw]" + " NOT word[ti] OR asthma[ti]".repeat(140)))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void saysOnceThatThereIsNoVocabulary() {
        Samples.publish(home, StrategyArticles.random(new Random(9), 10), 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.empty());
            search.lines(Strategy.parse("asthma[mh:noexp]\nasthma[tiab]"));
            assertThat(search.notes()).isEmpty();
            search.lines(Strategy.parse("asthma[mh]\n\"clinical trial\"[pt]"));
            assertThat(search.notes())
                    .containsExactly("no MeSH vocabulary: headings and publication types were matched without narrower"
                            + " ones and other names; run `plumbline index mesh FILE` with NLM's descriptor file");
        }
    }

    @Test
    void saysWhichHeadingsTheVocabularyDoesNotKnow() throws Exception {
        Samples.publish(home, StrategyArticles.random(new Random(9), 10), 1);
        MeshVocabulary mesh = MeshFile.write(home, StrategyArticles.MESH);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.of(mesh));
            search.lines(Strategy.parse("asthma[mh]\nastma[mh]\nastma[majr]"));
            assertThat(search.notes())
                    .containsExactly(
                            "\"astma\" is no heading of the MeSH vocabulary; it was matched by its name alone");
        }
    }

    @Test
    void refusesAStarWithinAPhraseThatStandsForTooManyWords() {
        List<ArticleWithTexts> articles = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int first = i * 300;
            String words = IntStream.range(first, first + 300)
                    .mapToObj(k -> "gene" + k)
                    .collect(Collectors.joining(" "));
            articles.add(Samples.article("pmid:" + (i + 1), "Title", words));
        }
        Samples.publish(home, articles, 1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            StrategySearch search = snapshot.strategies(Optional.empty());
            assertThat(search.matching(PubmedQuery.parse("gene*[tiab]")).count())
                    .isEqualTo(10);
            assertThat(search.matching(PubmedQuery.parse("\"gene12 gene1*\"[tiab]"))
                            .count())
                    .isEqualTo(1);
            assertThatThrownBy(() -> search.matching(PubmedQuery.parse("\"gene12 gene*\"[tiab]")))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessage("\"gene*\" stands for more than 2,000 words within a phrase: write more letters");
        }
    }

    @Test
    void readsArticlesInTheOrderOfIds() {
        List<ArticleWithTexts> articles = StrategyArticles.random(new Random(10), 40);
        Samples.publish(home, articles, 3);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            ArticleSet all = snapshot.strategies(Optional.empty())
                    .matching(PubmedQuery.parse("asthma*[tw] OR heart[tw] OR the[ti]"));
            assertThat(all.articles(5))
                    .extracting(found -> found.article().id())
                    .isEqualTo(ids(all).subList(0, 5));
            assertThat(all.articles(0)).isEmpty();
            assertThat(all.articles(1_000)).hasSize((int) all.count());
        }
    }

    static List<String> ids(ArticleSet set) {
        List<String> ids = new ArrayList<>();
        set.forEachId(ids::add);
        return ids;
    }
}
