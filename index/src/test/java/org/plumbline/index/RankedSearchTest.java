package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.Query.Group;
import org.plumbline.index.Query.Need;
import org.plumbline.index.pubmed.Strategy;

class RankedSearchTest {

    private static final int ARTICLES = 60;
    private static final double SOME = 0.7;
    private static final int MANY = 320;
    private static final List<String> QUESTIONS =
            List.of("aspirin for heart failure", "pain", "randomised trial of a sample drug in children");

    /// A home for each corpus; tests only read them.
    @TempDir
    private static Path homes;

    private Path home = Path.of("");

    @ParameterizedTest
    @EnumSource(Mode.class)
    void beginsALongerListAsTheShorterOne(Mode mode) throws IOException {
        publish(MANY, SOME);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (String words : QUESTIONS) {
                List<String> all = snapshot.rank(Query.words(words), Filter.NONE, mode, MANY);
                assertThat(all).doesNotHaveDuplicates();
                for (int wanted : new int[] {1, 3, 10, 25, 101, 250}) {
                    assertThat(snapshot.rank(Query.words(words), Filter.NONE, mode, wanted))
                            .as("%d for %s", wanted, words)
                            .isEqualTo(all.subList(0, Math.min(wanted, all.size())));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void findsNothingForAQueryWithoutWords(Mode mode) throws IOException {
        publish(1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (String words : List.of("", "of the", "\"and\"", "?!")) {
                assertThat(snapshot.searchAndCount(Query.words(words), Scope.ALL, mode, 10))
                        .as("\"%s\"", words)
                        .isEqualTo(new SearchResult(Matched.exactly(0), List.of()));
            }
        }
    }

    /// By words or vectors alone the set's articles stand in the order that they have among all; where both are scaled
    /// by what was found, or the first are looked at closer, the order may be another.
    @ParameterizedTest
    @EnumSource(Mode.class)
    void findsExactlyTheSetsArticlesOfThoseThatPass(Mode mode) throws IOException {
        publish(1);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            for (String line : List.of("aspirin[tiab]", "pain[tiab] OR trial[tiab]", "nosuchword[tiab]")) {
                ArticleSet set = snapshot.strategies(Optional.empty())
                        .lines(Strategy.of(line))
                        .getLast()
                        .articles();
                Set<String> ids = new HashSet<>();
                set.forEachId(ids::add);
                Scope scope = new Scope(Filter.NONE, Optional.of(set));
                for (String words : QUESTIONS) {
                    List<String> expected = snapshot.rank(Query.words(words), Filter.NONE, mode, ARTICLES).stream()
                            .filter(ids::contains)
                            .toList();
                    List<String> found = snapshot.search(Query.words(words), scope, mode, ARTICLES).hits().stream()
                            .map(hit -> hit.article().article().id())
                            .toList();
                    assertThat(found).as("%s within %s", words, line).containsExactlyInAnyOrderElementsOf(expected);
                    if (mode == Mode.BM25 || mode == Mode.DENSE) {
                        assertThat(found).as("%s within %s", words, line).isEqualTo(expected);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void neverAnswersWhatTheFilterRefuses(Mode mode) throws IOException {
        publish(1);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            int found = 0;
            for (int round = 0; round < 6; round++) {
                Filter filter = filter(random);
                Query query = Query.words(QUESTIONS.get(random.nextInt(QUESTIONS.size())));
                for (Hit hit : snapshot.search(query, filter, mode, 20).hits()) {
                    assertThat(FilterCheck.bars(filter, hit.article()))
                            .as("seed %d", seed)
                            .isEmpty();
                    found++;
                }
            }
            assertThat(found).as("seed %d: some pass", seed).isPositive();
        }
    }

    @Test
    void keepsToRequiredGroupsWhateverVectorsBring() throws IOException {
        publish(1);
        Query query = new Query(List.of(
                new Group("drug", List.of("aspirin"), Need.REQUIRED_ANY, 1),
                new Group("rest", List.of("heart failure in adults"), Need.OPTIONAL, 1)));
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Set<String> match = new HashSet<>(snapshot.rank(query, Filter.NONE, Mode.BM25, ARTICLES));
            assertThat(match).isNotEmpty();
            for (Mode mode : Mode.values()) {
                assertThat(match).containsAll(snapshot.rank(query, Filter.NONE, mode, ARTICLES));
            }
        }
    }

    @Test
    void ranksByWordsWhereThereAreNoVectorsAndReordersOnlyTheFirstOfThem() throws IOException {
        publish(0);
        Query query = Query.words(QUESTIONS.getFirst());
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            List<String> words = snapshot.rank(query, Filter.NONE, Mode.BM25, ARTICLES);
            assertThat(snapshot.rank(query, Filter.NONE, Mode.HYBRID, ARTICLES)).isEqualTo(words);
            assertThatThrownBy(() -> snapshot.rank(query, Filter.NONE, Mode.DENSE, ARTICLES))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("has no vectors: run plumbline index embed, or use --mode bm25");
            List<String> reordered = snapshot.rank(query, Filter.NONE, Mode.RERANK, ARTICLES);
            int first = Math.min(words.size(), Vectors.MOST_EMBEDDED);
            assertThat(new HashSet<>(reordered.subList(0, first))).isEqualTo(new HashSet<>(words.subList(0, first)));
            assertThat(reordered.subList(first, reordered.size())).isEqualTo(words.subList(first, words.size()));
        }
    }

    /// What was searched and embedded before does not matter.
    @Test
    void ranksASnapshotWithSomeVectorsTheSameWayEachTime(@TempDir Path own) throws IOException {
        DrawnCorpus.of(new Random(23), ARTICLES, 0.2).publish(own, 2);
        Query query = Query.words(QUESTIONS.getFirst());
        List<String> hybrid;
        List<String> reranked;
        try (Snapshot snapshot = Snapshot.openCurrent(own)) {
            hybrid = snapshot.rank(query, Filter.NONE, Mode.HYBRID, ARTICLES);
            assertThat(hybrid).hasSizeGreaterThan(2 * Vectors.MOST_EMBEDDED);
            snapshot.rank(Query.words(QUESTIONS.get(1)), Filter.NONE, Mode.HYBRID, ARTICLES);
            assertThat(snapshot.rank(query, Filter.NONE, Mode.HYBRID, ARTICLES)).isEqualTo(hybrid);
            reranked = snapshot.rank(query, Filter.NONE, Mode.RERANK, ARTICLES);
            for (int rank : new int[] {1, 20, hybrid.size()}) {
                assertThat(snapshot.explain(query, Scope.ALL, Mode.HYBRID, hybrid.get(rank - 1))
                                .rank())
                        .isEqualTo(rank);
            }
        }
        try (Snapshot later = Snapshot.openCurrent(own)) {
            assertThat(later.rank(query, Filter.NONE, Mode.HYBRID, ARTICLES)).isEqualTo(hybrid);
            assertThat(later.rank(query, Filter.NONE, Mode.RERANK, ARTICLES)).isEqualTo(reranked);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void explainsTheScoreAsASum(Mode mode) throws IOException {
        publish(SOME);
        assertThat(explainedAsASum(mode)).isGreaterThan(2 * Vectors.MOST_EMBEDDED);
    }

    /// Also of articles behind those that are embedded during the search.
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"HYBRID", "RERANK"})
    void explainsTheScoreAsASumWhereThereAreNoVectors(Mode mode) throws IOException {
        publish(0);
        assertThat(explainedAsASum(mode)).isGreaterThan(2 * Vectors.MOST_EMBEDDED);
    }

    /// How many hits were explained.
    private int explainedAsASum(Mode mode) {
        Query query = Query.words(QUESTIONS.getFirst());
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            List<Hit> hits = snapshot.search(query, Filter.NONE, mode, ARTICLES).hits();
            long matched = snapshot.count(query, Filter.NONE);
            for (int i = 0; i < hits.size(); i++) {
                String id = hits.get(i).article().article().id();
                Explanation explanation = snapshot.explain(query, Scope.ALL, mode, id);
                assertThat(explanation.rank()).isEqualTo(i + 1);
                assertThat(explanation.articlesMatched()).isEqualTo(matched);
                assertThat(explanation.score()).isEqualTo(hits.get(i).score());
                assertThat(sum(explanation)).as(id).isEqualTo(explanation.score(), within(1e-5));
                assertThat(explanation.signals())
                        .noneMatch(signal -> Double.isNaN(signal.value()) || Double.isNaN(signal.contribution()));
            }
            return hits.size();
        }
    }

    private static double sum(Explanation explanation) {
        return explanation.signals().isEmpty()
                ? explanation.passages().stream()
                        .mapToDouble(Explanation.PassagePart::contribution)
                        .sum()
                : explanation.signals().stream()
                        .mapToDouble(Explanation.Signal::contribution)
                        .sum();
    }

    @Test
    void saysWhyAnArticleHasNoRank() throws IOException {
        DrawnCorpus corpus = publish(SOME);
        try (Snapshot snapshot = Snapshot.openCurrent(home)) {
            Query query = Query.words(QUESTIONS.getFirst());
            Set<String> near = new HashSet<>(snapshot.rank(query, Filter.NONE, Mode.DENSE, ARTICLES));
            assertThat(near).isEqualTo(corpus.vectors().keySet());
            String other = snapshot.rank(query, Filter.NONE, Mode.BM25, ARTICLES).stream()
                    .filter(each -> !near.contains(each))
                    .findFirst()
                    .orElseThrow();
            Explanation dense = snapshot.explain(query, Scope.ALL, Mode.DENSE, other);
            assertThat(dense.rank()).isNull();
            assertThat(dense.unranked()).contains("it has no vector");
            Query nothing = Query.words("kryptonite");
            assertThat(snapshot.explain(nothing, Scope.ALL, Mode.RERANK, other).unranked())
                    .contains("no passage of it answers the search");
            Query required = new Query(List.of(new Group("all", List.of("kryptonite"), Need.REQUIRED_ANY, 1)));
            String embedded = near.iterator().next();
            assertThat(snapshot.explain(required, Scope.ALL, Mode.RERANK, embedded)
                            .unranked())
                    .contains("no passage of it answers the search");
            assertThat(snapshot.searchAndCount(nothing, Scope.ALL, Mode.RERANK, 5)
                            .matched())
                    .isEqualTo(Matched.exactly(0));
            assertThat(snapshot.search(nothing, Filter.NONE, Mode.RERANK, 5).hits())
                    .hasSize(5);
        }
    }

    private static Filter filter(Random random) {
        return Filter.NONE.withSinceYear(1990 + random.nextInt(15)).withUntilYear(2005 + random.nextInt(18));
    }

    /// @param withVector how many of the articles have a vector, 0 to 1
    private DrawnCorpus publish(double withVector) throws IOException {
        return publish(ARTICLES, withVector);
    }

    private DrawnCorpus publish(int articles, double withVector) throws IOException {
        DrawnCorpus corpus = DrawnCorpus.of(new Random(21), articles, withVector);
        home = homes.resolve(articles + "-" + withVector);
        if (!Files.exists(home)) {
            corpus.publish(home, 3);
        }
        return corpus;
    }
}
