package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.lucene.Fields;

/// Gathers matching passages into articles: passages of an article come one after the other, so an article is
/// scored when the next one begins. Keeps the best articles and counts all. A passage of an article that the filter
/// refuses is not even scored.
final class ArticleCollector implements Collector {

    /// An article that matched.
    ///
    /// @param document the article's document
    /// @param passages its best passages, best first
    record Candidate(double score, BytesRef id, int document, List<Match> passages) {

        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);
    }

    /// A passage that matched, by its document.
    record Match(int document, double score) {}

    private final int wanted;
    private final @Nullable Weight filter;
    private final PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
    private long matched;

    /// @param wanted how many articles to keep; 0 counts only
    /// @param filter over articles; null lets all pass
    ArticleCollector(int wanted, @Nullable Weight filter) {
        this.wanted = wanted;
        this.filter = filter;
    }

    long matched() {
        return matched;
    }

    List<Candidate> best() {
        List<Candidate> candidates = new ArrayList<>(best);
        candidates.sort(Candidate.BEST_FIRST);
        return candidates;
    }

    @Override
    public ScoreMode scoreMode() {
        return wanted == 0 ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        return new Leaf(leaf);
    }

    private final class Leaf implements LeafCollector {

        private final int base;
        private final NumericDocValues toArticle;
        private final BinaryDocValues ids;
        private final @Nullable DocIdSetIterator accepted;
        private final int[] documents = new int[Hit.MOST_PASSAGES];
        private final double[] scores = new double[Hit.MOST_PASSAGES];
        private @Nullable Scorable scorer;
        private int article = -1;
        private boolean passes;
        private int passages;

        Leaf(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            toArticle = DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE);
            ids = DocValues.getBinary(leaf.reader(), Fields.ID);
            accepted = filter == null ? null : iterator(filter.scorer(leaf));
        }

        private static DocIdSetIterator iterator(@Nullable Scorer scorer) {
            return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        }

        @Override
        public void setScorer(Scorable scorable) {
            scorer = scorable;
        }

        @Override
        public void collect(int passage) throws IOException {
            toArticle.advanceExact(passage);
            int its = passage + (int) toArticle.longValue();
            if (its != article) {
                finish();
                article = its;
                passes = accepts(its);
                matched += passes ? 1 : 0;
            }
            if (passes && wanted > 0 && scorer != null) {
                insert(base + passage, scorer.score());
            }
        }

        private boolean accepts(int its) throws IOException {
            if (accepted == null) {
                return true;
            }
            int at = accepted.docID() < its ? accepted.advance(its) : accepted.docID();
            return at == its;
        }

        /// Keeps the best passages sorted; of two with one score the earlier stays before the later.
        private void insert(int passage, double score) {
            int at = passages;
            while (at > 0 && scores[at - 1] < score) {
                at--;
            }
            if (at == documents.length) {
                return;
            }
            int moved = Math.min(passages, documents.length - 1) - at;
            System.arraycopy(documents, at, documents, at + 1, moved);
            System.arraycopy(scores, at, scores, at + 1, moved);
            documents[at] = passage;
            scores[at] = score;
            passages = Math.min(passages + 1, documents.length);
        }

        @Override
        public void finish() throws IOException {
            if (passages == 0) {
                return;
            }
            double score = ArticleScore.of(scores, passages);
            if (best.size() < wanted || score >= best.element().score()) {
                ids.advanceExact(article);
                best.add(new Candidate(score, BytesRef.deepCopyOf(ids.binaryValue()), base + article, matches()));
                if (best.size() > wanted) {
                    best.remove();
                }
            }
            passages = 0;
        }

        private List<Match> matches() {
            List<Match> matches = new ArrayList<>(passages);
            for (int i = 0; i < passages; i++) {
                matches.add(new Match(documents[i], scores[i]));
            }
            return matches;
        }
    }
}
