package org.plumbline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.vector.Embedder;

/// Compares every mode with what docs/decisions/0011 says, done by hand: both lists by walking over everything, the
/// scales, the weights, the closer look. Its numbers are written here once more on purpose.
class RankingOracleTest {

    private static final List<String> QUESTIONS = List.of(
            "aspirin for heart failure", "asthma", "\"heart failure\" renal pain", "insulin or placebo in a trial");

    @TempDir
    private Path homes;

    /// An article and what ranks it.
    private record Ranked(String id, double score) {

        /// Ids here have one length, so that their order is that of their bytes.
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);
    }

    /// What is known of a search before its signals are put together.
    ///
    /// @param words BM25 of the articles that match and pass, best first
    /// @param near cosines of the articles that pass and have a vector, nearest first
    private record Lists(Query query, List<Ranked> words, List<Ranked> near, Map<String, ArticleWithTexts> articles) {

        double bm25(String id) {
            return words.stream()
                    .filter(each -> each.id().equals(id))
                    .mapToDouble(Ranked::score)
                    .findFirst()
                    .orElse(0);
        }

        double embeddedNow(String id) {
            ArticleWords its = words(id);
            return Embedder.cosine(
                    Embedder.shared().query(query.text()), Embedder.shared().passage(its.title(), its.abstractWords()));
        }

        ArticleWords words(String id) {
            ArticleWithTexts article = Objects.requireNonNull(articles.get(id));
            return ArticleWords.of(article.article(), article.texts());
        }
    }

    @Test
    void ranksAsIsWrittenWhereAllHaveAVector() throws IOException {
        compare(1, 1);
    }

    @Test
    void ranksAsIsWrittenWhereSomeHaveAVector() throws IOException {
        compare(0.6, 2);
        compare(0.1, 3);
    }

    @Test
    void ranksAsIsWrittenWhereNoneHasAVector() throws IOException {
        compare(0, 4);
    }

    private void compare(double withVector, int round) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DrawnCorpus corpus = DrawnCorpus.of(random, 120 + random.nextInt(120), withVector);
        for (int parts : new int[] {1, 4}) {
            Path home = homes.resolve(round + "-" + parts);
            corpus.publish(home, parts);
            try (Snapshot snapshot = Snapshot.openCurrent(home)) {
                for (Filter filter :
                        List.of(Filter.NONE, Filter.NONE.withSinceYear(2010), Filter.NONE.withUntilYear(2000))) {
                    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
                    String what = "seed %d, %s, %d parts, %s".formatted(seed, question, parts, filter);
                    compare(snapshot, lists(snapshot, corpus, Query.words(question), filter), filter, what);
                }
            }
        }
    }

    private static void compare(Snapshot snapshot, Lists lists, Filter filter, String what) throws IOException {
        same(snapshot, lists.query(), filter, Mode.BM25, lists.words(), what);
        if (snapshot.manifest().coverage().articles() > 0) {
            same(snapshot, lists.query(), filter, Mode.DENSE, lists.near(), what);
        }
        boolean vectors = !lists.near().isEmpty();
        same(snapshot, lists.query(), filter, Mode.HYBRID, vectors ? byBoth(lists) : lists.words(), what);
        List<Ranked> first = vectors ? byBoth(lists) : firstByBoth(lists);
        WordRarity rarity = new WordRarity(new IndexSearcher(snapshot.reader()));
        List<Ranked> looked = lookedAtCloser(lists, first, rarity);
        same(snapshot, lists.query(), filter, Mode.RERANK, looked, what);
    }

    private static void same(
            Snapshot snapshot, Query query, Filter filter, Mode mode, List<Ranked> expected, String what) {
        List<Hit> hits = snapshot.search(query, filter, mode, 1_000).hits();
        assertThat(hits.stream().map(hit -> hit.article().article().id()))
                .as("%s, %s", mode, what)
                .isEqualTo(expected.stream().map(Ranked::id).toList());
        for (int i = 0; i < hits.size(); i++) {
            assertThat(hits.get(i).score())
                    .as("%s, %d, %s", mode, i, what)
                    .isEqualTo(expected.get(i).score(), within(1e-4));
        }
    }

    private static Lists lists(Snapshot snapshot, DrawnCorpus corpus, Query query, Filter filter) throws IOException {
        Map<String, ArticleWithTexts> passing = new HashMap<>();
        for (ArticleWithTexts article : corpus.articles()) {
            String id = article.article().id();
            if (filter.accepts(snapshot.findArticle(id).orElseThrow())) {
                passing.put(id, article);
            }
        }
        List<Ranked> words = new ArrayList<>();
        for (Candidate each : ExhaustiveSearch.of(snapshot.reader(), PassageQuery.of(query))) {
            words.add(new Ranked(each.id().utf8ToString(), each.score()));
        }
        words.removeIf(each -> !passing.containsKey(each.id()));
        float[] asked = Embedder.shared().query(query.text());
        List<Ranked> near = new ArrayList<>();
        corpus.vectors().forEach((id, vector) -> near.add(new Ranked(id, Embedder.cosine(asked, vector))));
        near.removeIf(each -> !passing.containsKey(each.id()));
        near.sort(Ranked.BEST_FIRST);
        return new Lists(query, words, near, passing);
    }

    /// Each on a scale on which its best is 1 and its hundredth 0, at .4 and .6. Of the articles without a vector the
    /// first 16 by words are embedded. (Where no article that passes has one, it is as if the index had none.)
    private static List<Ranked> byBoth(Lists lists) {
        Map<String, Double> cosines = new HashMap<>();
        lists.near().forEach(each -> cosines.put(each.id(), each.score()));
        lists.words().stream()
                .map(Ranked::id)
                .filter(id -> !cosines.containsKey(id))
                .limit(16)
                .toList()
                .forEach(id -> cosines.put(id, lists.embeddedNow(id)));
        double leastNear = lists.near().getLast().score();
        Set<String> ids = new TreeSet<>(cosines.keySet());
        lists.words().forEach(each -> ids.add(each.id()));
        List<Ranked> ranked = new ArrayList<>();
        for (String id : ids) {
            double words = scaled(lists.bm25(id), lists.words(), 0);
            double vector = cosines.containsKey(id) ? scaled(cosines.get(id), lists.near(), leastNear) : 0;
            ranked.add(new Ranked(id, 0.4 * words + 0.6 * vector));
        }
        ranked.sort(Ranked.BEST_FIRST);
        return ranked;
    }

    private static double scaled(double score, List<Ranked> list, double floor) {
        double one = list.isEmpty() ? floor : list.getFirst().score();
        double zero = list.size() < 100 ? floor : list.get(99).score();
        return one > zero ? (score - zero) / (one - zero) : 0;
    }

    /// The first 16 by words, each on a scale from its best to its last, at .3 and .7, before the others, which keep
    /// their order.
    private static List<Ranked> firstByBoth(Lists lists) {
        List<Ranked> first = lists.words().stream().limit(16).toList();
        List<Ranked> near = new ArrayList<>();
        first.forEach(each -> near.add(new Ranked(each.id(), lists.embeddedNow(each.id()))));
        near.sort(Ranked.BEST_FIRST);
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked each : near) {
            double words = between(lists.bm25(each.id()), first);
            double vector = between(each.score(), near);
            ranked.add(new Ranked(each.id(), 1 + 0.3 * words + 0.7 * vector));
        }
        ranked.sort(Ranked.BEST_FIRST);
        lists.words().stream()
                .skip(first.size())
                .forEach(each -> ranked.add(
                        new Ranked(each.id(), each.score() / first.getLast().score())));
        return ranked;
    }

    private static double between(double score, List<Ranked> list) {
        double one = list.getFirst().score();
        double zero = list.getLast().score();
        return one > zero ? (score - zero) / (one - zero) : 0;
    }

    /// The first 16 once more (all are short): 10 times what the best sentence of each is more similar than that of the
    /// least similar.
    private static List<Ranked> lookedAtCloser(Lists lists, List<Ranked> ranked, WordRarity rarity) throws IOException {
        List<Ranked> first = ranked.stream().limit(16).toList();
        List<Double> similarities = new ArrayList<>();
        for (Ranked each : first) {
            similarities.add(similarity(lists.query().text(), lists.words(each.id()), rarity));
        }
        double lowest = similarities.stream().min(Double::compare).orElse(0.0);
        List<Ranked> looked = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            looked.add(new Ranked(first.get(i).id(), first.get(i).score() + 10 * (similarities.get(i) - lowest)));
        }
        looked.sort(Ranked.BEST_FIRST);
        looked.addAll(ranked.subList(first.size(), ranked.size()));
        return looked;
    }

    /// Of the best sentence; a word weighs its idf, however many pieces it has and however often it is said.
    private static double similarity(String question, ArticleWords article, WordRarity rarity) throws IOException {
        float[][] words = Embedder.await(Embedder.shared().readingLater(article.title(), article.abstractWords()))
                .words();
        float[][] asked = Embedder.shared().words(question);
        List<String> named = Embedder.shared().wordOfEachPiece(question);
        int from = article.abstractWords().isEmpty() ? 0 : pieces(article.title());
        double best = -1;
        for (String sentence : article.sentences()) {
            int to = from + pieces(sentence);
            double sum = 0;
            double weights = 0;
            for (String word : Set.copyOf(named)) {
                List<Integer> places = IntStream.range(0, asked.length)
                        .filter(place -> named.get(place).equals(word))
                        .boxed()
                        .toList();
                double mean = 0;
                for (int place : places) {
                    double most = -1;
                    for (int i = from; i < to; i++) {
                        most = Math.max(most, Embedder.cosine(asked[place], words[i]));
                    }
                    mean += most / places.size();
                }
                sum += rarity.idf(word) * mean;
                weights += rarity.idf(word);
            }
            best = Math.max(best, sum / weights);
            from = to;
        }
        return best;
    }

    private static int pieces(String words) {
        return Embedder.shared().wordOfEachPiece(words).size();
    }
}
