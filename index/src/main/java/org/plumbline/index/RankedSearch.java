package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.plumbline.index.ArticleSearch.Found;
import org.plumbline.index.Matched.Precision;
import org.plumbline.index.Query.Need;
import org.plumbline.index.rank.Fusion;
import org.plumbline.index.rank.Fusion.Fused;
import org.plumbline.index.rank.Scale;

/// Ranks articles by their words, their vectors, or both. Any thread may call it.
///
/// Words and vectors each bring their best articles; of each article that either brought both signals are then known
/// exactly. Where a query has required groups, vectors bring nothing that does not satisfy them. The weights were
/// chosen by cross-validation over the training claims of SciFact; docs/benchmarks.md has the figures.
final class RankedSearch {

    /// The place in a signal's list whose score counts 0.
    static final int DEPTH = 100;

    /// How far down a ranking is looked through for an article that is to be explained.
    static final int EXPLAINED = 1_000;

    /// What part of a fused score the vectors make.
    static final double COSINE_WEIGHT = 0.6;

    /// The same where only the first articles by words have one.
    static final double FIRST_COSINE_WEIGHT = 0.7;

    /// Those that have both signals, where only the first have, come before the others, whose scores end at 1.
    private static final double AHEAD = 1;

    private final ArticleSearch words;
    private final Vectors vectors;
    private final CloserLook closer;

    RankedSearch(ArticleSearch words, Vectors vectors, CloserLook closer) {
        this.words = words;
        this.vectors = vectors;
        this.closer = closer;
    }

    /// The best articles, with the signals that ranked them.
    ///
    /// @param best with the score that ranked them, best first
    /// @param fused by the article's document; empty where one signal alone ranks
    /// @param similarities by the article's document, of those that were looked at closer
    /// @param ahead what is added to the fused score of articles that stay before all that have none
    record Ranking(
            Matched matched,
            List<Candidate> best,
            Map<Integer, Fused> fused,
            Map<Integer, Double> similarities,
            double ahead) {

        Ranking {
            best = List.copyOf(best);
            fused = Map.copyOf(fused);
            similarities = Map.copyOf(similarities);
        }

        Ranking(Matched matched, List<Candidate> best, Map<Integer, Fused> fused) {
            this(matched, best, fused, Map.of(), 0);
        }
    }

    /// @param wanted how many at most, 1 or more
    Ranking best(Query query, Filter filter, Mode mode, int wanted) throws IOException {
        return switch (mode) {
            case BM25 -> byWords(query, filter, wanted);
            case DENSE -> byVectors(query, filter, wanted);
            case HYBRID -> vectors.articles() > 0 ? byBoth(query, filter, wanted) : byWords(query, filter, wanted);
            case RERANK -> reranked(query, filter, wanted);
        };
    }

    /// The first articles are looked at closer; they stay before all others.
    private Ranking reranked(Query query, Filter filter, int wanted) throws IOException {
        int enough = Math.max(wanted, CloserLook.ARTICLES);
        Ranking ranking = vectors.articles() > 0 ? byBoth(query, filter, enough) : firstByBoth(query, filter, enough);
        List<Candidate> first =
                ranking.best().stream().limit(CloserLook.ARTICLES).toList();
        if (first.isEmpty()) {
            return ranking;
        }
        double[] similarities = closer.similarities(
                query.text(), first.stream().map(Candidate::document).toList());
        double lowest = Arrays.stream(similarities).min().orElse(0);
        List<Candidate> best = new ArrayList<>(ranking.best());
        Map<Integer, Double> looked = new HashMap<>();
        for (int i = 0; i < similarities.length; i++) {
            Candidate each = first.get(i);
            best.set(i, each.withScore(each.score() + CloserLook.WEIGHT * (similarities[i] - lowest)));
            looked.put(each.document(), similarities[i]);
        }
        best.sort(Candidate.BEST_FIRST);
        return new Ranking(
                ranking.matched(),
                best.subList(0, Math.min(wanted, best.size())),
                ranking.fused(),
                looked,
                ranking.ahead());
    }

    private Ranking byWords(Query query, Filter filter, int wanted) throws IOException {
        Found found = words.best(PassageQuery.of(query), filter, wanted);
        return new Ranking(found.matched(), found.best(), Map.of());
    }

    private Ranking byVectors(Query query, Filter filter, int wanted) throws IOException {
        Map<Integer, Double> cosines = nearest(query, filter, wanted);
        List<Candidate> best = new ArrayList<>();
        for (Candidate each : scored(query, cosines.keySet())) {
            best.add(each.withScore(cosine(cosines, each)));
        }
        best.sort(Candidate.BEST_FIRST);
        return new Ranking(new Matched(best.size(), Precision.AT_LEAST), best, Map.of());
    }

    private Ranking byBoth(Query query, Filter filter, int wanted) throws IOException {
        int depth = Math.max(DEPTH, wanted);
        Found found = words.best(PassageQuery.of(query), filter, depth);
        Map<Integer, Double> cosines = nearest(query, filter, depth);
        double[] best = descending(cosines.values());
        Fusion fusion = new Fusion(
                Scale.of(scores(found.best()), DEPTH, 0),
                Scale.of(best, DEPTH, best.length == 0 ? 0 : best[best.length - 1]),
                COSINE_WEIGHT);
        List<Candidate> candidates = new ArrayList<>(found.best());
        List<Integer> byWords = found.best().stream().map(Candidate::document).toList();
        Set<Integer> others = new TreeSet<>(cosines.keySet());
        byWords.forEach(others::remove);
        candidates.addAll(scored(query, others));
        addCosines(query, byWords, cosines);
        return fused(found.matched(), candidates, each -> fusion.of(each.score(), cosine(cosines, each)), wanted);
    }

    /// The first articles by words are embedded now where they have no vector; they stay before all others.
    private Ranking firstByBoth(Query query, Filter filter, int wanted) throws IOException {
        Found found = words.best(PassageQuery.of(query), filter, Math.max(wanted, Vectors.MOST_EMBEDDED));
        List<Candidate> first =
                found.best().stream().limit(Vectors.MOST_EMBEDDED).toList();
        if (first.isEmpty()) {
            return new Ranking(found.matched(), List.of(), Map.of());
        }
        Map<Integer, Double> cosines = new HashMap<>();
        addCosines(query, first.stream().map(Candidate::document).toList(), cosines);
        Fusion fusion = new Fusion(
                Scale.of(scores(first), first.size(), 0),
                Scale.of(descending(cosines.values()), first.size(), 0),
                FIRST_COSINE_WEIGHT);
        Ranking ranked =
                fused(found.matched(), first, each -> fusion.of(each.score(), cosine(cosines, each)), first.size());
        double last = first.getLast().score();
        List<Candidate> best = new ArrayList<>();
        ranked.best().forEach(each -> best.add(each.withScore(AHEAD + each.score())));
        found.best().stream().skip(first.size()).forEach(each -> best.add(each.withScore(each.score() / last)));
        return new Ranking(
                found.matched(), best.subList(0, Math.min(wanted, best.size())), ranked.fused(), Map.of(), AHEAD);
    }

    private static Ranking fused(
            Matched matched, List<Candidate> candidates, Function<Candidate, Fused> fusion, int wanted) {
        Map<Integer, Fused> fused = new HashMap<>();
        List<Candidate> ranked = new ArrayList<>(candidates.size());
        for (Candidate each : candidates) {
            Fused signals = fusion.apply(each);
            fused.put(each.document(), signals);
            ranked.add(each.withScore(signals.score()));
        }
        ranked.sort(Candidate.BEST_FIRST);
        Matched atLeast =
                matched.articles() >= ranked.size() ? matched : new Matched(ranked.size(), Precision.AT_LEAST);
        return new Ranking(atLeast, ranked.subList(0, Math.min(wanted, ranked.size())), fused);
    }

    /// The nearest articles and their cosines.
    private Map<Integer, Double> nearest(Query query, Filter filter, int wanted) throws IOException {
        Map<Integer, Double> cosines = new HashMap<>();
        for (Vectors.Near near : vectors.nearest(vectors.query(query.text()), words.accepting(filter), wanted)) {
            cosines.put(near.document(), near.cosine());
        }
        return cosines;
    }

    /// Adds the cosines of those that have none yet.
    private void addCosines(Query query, List<Integer> articles, Map<Integer, Double> cosines) throws IOException {
        List<Integer> lacking =
                articles.stream().filter(each -> !cosines.containsKey(each)).toList();
        double[] found = vectors.cosines(vectors.query(query.text()), lacking);
        for (int i = 0; i < found.length; i++) {
            cosines.put(lacking.get(i), found[i]);
        }
    }

    /// Articles that a vector brought, with what the words say of them.
    private List<Candidate> scored(Query query, Collection<Integer> articles) throws IOException {
        int[] ascending = articles.stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Candidate> scored = words.score(PassageQuery.of(query), ascending);
        boolean required = query.groups().stream().anyMatch(group -> group.need() != Need.OPTIONAL);
        return required
                ? scored.stream().filter(each -> !each.passages().isEmpty()).toList()
                : scored;
    }

    private static double cosine(Map<Integer, Double> cosines, Candidate article) {
        return cosines.getOrDefault(article.document(), Double.NaN);
    }

    private static double[] scores(List<Candidate> candidates) {
        return candidates.stream().mapToDouble(Candidate::score).toArray();
    }

    private static double[] descending(Collection<Double> scores) {
        return scores.stream()
                .filter(each -> !each.isNaN())
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
