package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.lucene.Fields;

/// Finds the articles that can be among the best ones, without looking at passages that cannot matter.
///
/// What an article scores for the passages seen so far is the least that it scores. Let *t* be the `wanted`-th best
/// of these. An article that scores *t* or more has a passage that scores `t / ArticleScore.MOST` or more, because
/// none scores more than that many of its best passages. So only passages of such a score need to be seen, and
/// Lucene leaps over blocks of postings that hold none (Ding and Suel 2011: block-max). *t* only grows, hence at
/// the end every article that is among the best was seen with its best passage. Its other passages may have been
/// leapt over: [BlockScores] reads them.
final class CompetitiveArticles implements Collector {

    /// Lucene sums scores as floats: what lies so near below a bound is let through.
    private static final double ROUNDING = 1 - 1e-5;

    /// An article that was seen.
    ///
    /// @param document the article's document
    /// @param known what its seen passages score
    private record Seen(int document, BestPassages known) {}

    private final int wanted;
    private final ArticleFilter filter;
    private final PriorityQueue<Double> best = new PriorityQueue<>();
    private final List<Seen> seen = new ArrayList<>();
    private double floor;
    private long passed;
    private boolean pruned;

    /// @param wanted how many articles are to be found at least
    /// @param floor articles that score less need not be found even where there are fewer
    CompetitiveArticles(int wanted, double floor, ArticleFilter filter) {
        this.wanted = wanted;
        this.floor = floor;
        this.pruned = floor > 0;
        this.filter = filter;
    }

    /// How many matching articles were seen: all, unless some were leapt over.
    Matched matched() {
        return new Matched(passed, pruned ? Matched.Precision.AT_LEAST : Matched.Precision.EXACT);
    }

    /// The documents of the articles that can be among the best ones, in order.
    int[] documents() {
        return seen.stream()
                .filter(article -> canBeAmongTheBest(article.known()))
                .mapToInt(Seen::document)
                .toArray();
    }

    /// Passages below this score were perhaps not seen.
    private double passageFloor() {
        return floor / ArticleScore.MOST * ROUNDING;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        return new Leaf(leaf);
    }

    private boolean canBeAmongTheBest(BestPassages known) {
        return known.scoreAtMost(passageFloor()) >= floor * ROUNDING;
    }

    private void add(int document, BestPassages known) {
        seen.add(new Seen(document, known));
        best.add(known.score());
        if (best.size() > wanted) {
            best.remove();
        }
    }

    private final class Leaf implements LeafCollector {

        private final int base;
        private final NumericDocValues toArticle;
        private final ArticleFilter.Accepted accepted;
        private @Nullable Scorable scorer;
        private int article = -1;
        private boolean passes;
        private BestPassages known = new BestPassages(ArticleScore.COUNTED);

        Leaf(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            toArticle = DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE);
            accepted = filter.in(leaf);
        }

        @Override
        public void setScorer(Scorable scorable) throws IOException {
            scorer = scorable;
            if (floor > 0) {
                scorer.setMinCompetitiveScore((float) passageFloor());
            }
        }

        @Override
        public void collect(int passage) throws IOException {
            if (passage > article) {
                finish();
                raiseFloor();
                toArticle.advanceExact(passage);
                article = passage + (int) toArticle.longValue();
                passes = accepted.has(article);
                passed += passes ? 1 : 0;
            }
            if (passes && scorer != null) {
                known.add(base + passage, scorer.score());
            }
        }

        private void raiseFloor() throws IOException {
            if (best.size() == wanted && best.element() > floor && scorer != null) {
                floor = best.element();
                pruned = true;
                scorer.setMinCompetitiveScore((float) passageFloor());
            }
        }

        @Override
        public void finish() {
            if (!known.isEmpty() && canBeAmongTheBest(known)) {
                add(base + article, known);
                known = new BestPassages(ArticleScore.COUNTED);
            }
            known.clear();
        }
    }
}
