package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.ArticleSearch.Found;
import org.plumbline.index.CloserLook.Look;
import org.plumbline.index.Matched.Precision;
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

    /// How many articles words and vectors each bring, however few are wanted, so that a longer list begins as a
    /// shorter one does. Where more are wanted they bring as many as that.
    static final int POOL = 1_000;

    /// What part of a fused score the vectors make.
    static final double COSINE_WEIGHT = 0.6;

    /// The same where only the first articles by words have one.
    static final double FIRST_COSINE_WEIGHT = 0.7;

    private final ArticleSearch words;
    private final Vectors vectors;
    private final CloserLook closer;

    RankedSearch(ArticleSearch words, Vectors vectors, CloserLook closer) {
        this.words = words;
        this.vectors = vectors;
        this.closer = closer;
    }

    /// The best articles; none for a query in which analysis leaves no word, whatever vectors would bring.
    ///
    /// @param wanted how many at most, 1 or more
    /// @throws WrongInputException where the mode asks for vectors and the snapshot has none
    Ranking best(Query query, Scope scope, Mode mode, int wanted) throws IOException {
        if (!query.hasWords()) {
            return new Ranking(Matched.exactly(0), List.of());
        }
        Ranking ranking = switch (mode) {
            case BM25 -> byWords(query, scope, wanted);
            case DENSE -> byVectors(query, scope, wanted);
            case HYBRID -> hybrid(query, scope, wanted);
            case RERANK -> reranked(query, scope, wanted);
        };
        return ranking.first(wanted);
    }

    /// Whether a mode ranks this snapshot by words alone.
    boolean ranksByWords(Mode mode) {
        return switch (mode) {
            case BM25 -> true;
            case HYBRID -> vectors.articles() == 0;
            case DENSE, RERANK -> false;
        };
    }

    private Ranking hybrid(Query query, Scope scope, int wanted) throws IOException {
        Map<Integer, Double> near = nearest(query, scope, wanted);
        return near.isEmpty() ? byWords(query, scope, wanted) : byBoth(query, scope, wanted, near);
    }

    /// The first articles are looked at closer; they stay before all others.
    private Ranking reranked(Query query, Scope scope, int wanted) throws IOException {
        Map<Integer, Double> near = nearest(query, scope, wanted);
        Ranking ranking = near.isEmpty() ? firstByBoth(query, scope, wanted) : byBoth(query, scope, wanted, near);
        List<Candidate> first = ranking.best().stream().limit(CloserLook.MOST).toList();
        if (first.isEmpty()) {
            return ranking;
        }
        List<Integer> documents = first.stream().map(Candidate::document).toList();
        List<Look> looks =
                near.isEmpty() ? closer.at(query.text(), documents) : closer.atFirst(query.text(), documents);
        double lowest = looks.stream().mapToDouble(Look::similarity).min().getAsDouble();
        List<Candidate> best = new ArrayList<>(ranking.best());
        Map<Integer, Look> looked = new HashMap<>();
        for (int i = 0; i < looks.size(); i++) {
            Candidate each = first.get(i);
            double more = CloserLook.WEIGHT * (looks.get(i).similarity() - lowest);
            best.set(i, each.withScore(each.score() + more));
            looked.put(each.document(), looks.get(i));
        }
        best.sort(Candidate.BEST_FIRST);
        return new Ranking(ranking.matched(), best, ranking.fused(), looked, ranking.last());
    }

    private Ranking byWords(Query query, Scope scope, int wanted) throws IOException {
        Found found = words.best(PassageQuery.of(query), scope, wanted);
        return new Ranking(found.matched(), found.best());
    }

    private Ranking byVectors(Query query, Scope scope, int wanted) throws IOException {
        if (vectors.articles() == 0) {
            throw new WrongInputException(
                    "mode dense: the index has no vectors: run plumbline index embed, or use --mode bm25");
        }
        Map<Integer, Double> cosines = nearest(query, scope, wanted);
        List<Candidate> best = new ArrayList<>();
        for (Candidate each : scored(query, cosines.keySet())) {
            best.add(each.withScore(cosine(cosines, each)));
        }
        best.sort(Candidate.BEST_FIRST);
        long matched = best.stream().filter(each -> !each.passages().isEmpty()).count();
        return new Ranking(new Matched(matched, Precision.AT_LEAST), best);
    }

    /// @param cosines of the nearest articles that have a vector and pass, one at least
    private Ranking byBoth(Query query, Scope scope, int wanted, Map<Integer, Double> cosines) throws IOException {
        Found found = words.best(PassageQuery.of(query), scope, Math.max(POOL, wanted));
        double[] best = descending(cosines.values());
        Fusion fusion = new Fusion(
                Scale.of(scores(found.best()), DEPTH, 0), Scale.of(best, DEPTH, best[best.length - 1]), COSINE_WEIGHT);
        List<Candidate> candidates = new ArrayList<>(found.best());
        List<Integer> byWords = found.best().stream().map(Candidate::document).toList();
        Set<Integer> others = new TreeSet<>(cosines.keySet());
        byWords.forEach(others::remove);
        candidates.addAll(scored(query, others));
        addCosines(query, byWords, cosines);
        return fused(found.matched(), candidates, each -> fusion.of(each.score(), cosine(cosines, each)));
    }

    /// The first articles by words are embedded now where they have no vector; they stay before all others.
    private Ranking firstByBoth(Query query, Scope scope, int wanted) throws IOException {
        Found found = words.best(PassageQuery.of(query), scope, Math.max(wanted, Vectors.MOST_EMBEDDED));
        List<Candidate> first =
                found.best().stream().limit(Vectors.MOST_EMBEDDED).toList();
        if (first.isEmpty()) {
            return new Ranking(found.matched(), List.of());
        }
        Map<Integer, Double> cosines = new HashMap<>();
        addCosines(query, first.stream().map(Candidate::document).toList(), cosines);
        Fusion fusion = new Fusion(
                Scale.of(scores(first), first.size(), 0),
                Scale.of(descending(cosines.values()), first.size(), 0),
                FIRST_COSINE_WEIGHT);
        Ranking ranked = fused(found.matched(), first, each -> fusion.of(each.score(), cosine(cosines, each)));
        double last = first.getLast().score();
        List<Candidate> best = new ArrayList<>();
        ranked.best().forEach(each -> best.add(each.withScore(Ranking.AHEAD + each.score())));
        found.best().stream().skip(first.size()).forEach(each -> best.add(each.withScore(each.score() / last)));
        return new Ranking(found.matched(), best, ranked.fused(), Map.of(), last);
    }

    private static Ranking fused(Matched matched, List<Candidate> candidates, Function<Candidate, Fused> fusion) {
        Map<Integer, Fused> fused = new HashMap<>();
        List<Candidate> ranked = new ArrayList<>(candidates.size());
        for (Candidate each : candidates) {
            Fused signals = fusion.apply(each);
            fused.put(each.document(), signals);
            ranked.add(each.withScore(signals.score()));
        }
        ranked.sort(Candidate.BEST_FIRST);
        return new Ranking(matched, ranked, fused, Map.of(), 0);
    }

    /// The nearest articles and their cosines, at least as many as are wanted.
    private Map<Integer, Double> nearest(Query query, Scope scope, int wanted) throws IOException {
        Map<Integer, Double> cosines = new HashMap<>();
        if (vectors.articles() == 0) {
            return cosines;
        }
        float[] asked = vectors.query(query.text());
        for (Vectors.Near near : vectors.nearest(asked, words.accepting(scope), Math.max(POOL, wanted))) {
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
        return query.requiresWords()
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
