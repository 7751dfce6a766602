package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.plumbline.index.lucene.Bm25;
import org.plumbline.index.lucene.Fields;

/// The oracle: scores every passage that matches, whatever it scores, and gathers all into articles. It knows no
/// filter.
final class ExhaustiveSearch {

    private ExhaustiveSearch() {}

    /// Every article that matches, best first.
    static List<Candidate> of(IndexReader reader, Query query) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Bm25.similarity());
        Map<Integer, List<Candidate.Match>> passages = new TreeMap<>();
        for (Candidate.Match match : matches(searcher, query)) {
            passages.computeIfAbsent(articleOf(reader, match.document()), article -> new ArrayList<>())
                    .add(match);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<Integer, List<Candidate.Match>> article : passages.entrySet()) {
            candidates.add(candidate(reader, article.getKey(), article.getValue()));
        }
        candidates.sort(Candidate.BEST_FIRST);
        return candidates;
    }

    @SuppressWarnings("deprecation") // One collector, one thread: the plain way is the one to compare with.
    private static List<Candidate.Match> matches(IndexSearcher searcher, Query query) throws IOException {
        List<Candidate.Match> matches = new ArrayList<>();
        searcher.search(query, new SimpleCollector() {
            private int base;
            private Scorable scorer = new Scorable() {
                @Override
                public float score() {
                    return 0;
                }
            };

            @Override
            protected void doSetNextReader(LeafReaderContext leaf) {
                base = leaf.docBase;
            }

            @Override
            public void setScorer(Scorable scorable) {
                scorer = scorable;
            }

            @Override
            public void collect(int document) throws IOException {
                matches.add(new Candidate.Match(base + document, scorer.score()));
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE;
            }
        });
        return matches;
    }

    private static Candidate candidate(IndexReader reader, int article, List<Candidate.Match> matches)
            throws IOException {
        List<Candidate.Match> best = matches.stream()
                .sorted((left, right) -> Double.compare(right.score(), left.score()))
                .limit(Hit.MOST_PASSAGES)
                .toList();
        double[] scores = best.stream().mapToDouble(Candidate.Match::score).toArray();
        double score = scores[0];
        for (int i = 1; i < Math.min(scores.length, 4); i++) {
            score += 0.05 * scores[i];
        }
        return new Candidate(score, id(reader, article), article, best);
    }

    private static int articleOf(IndexReader reader, int passage) throws IOException {
        LeafReaderContext leaf = leaf(reader, passage);
        NumericDocValues toArticle = DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE);
        toArticle.advanceExact(passage - leaf.docBase);
        return passage + (int) toArticle.longValue();
    }

    private static BytesRef id(IndexReader reader, int article) throws IOException {
        LeafReaderContext leaf = leaf(reader, article);
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        ids.advanceExact(article - leaf.docBase);
        return BytesRef.deepCopyOf(ids.binaryValue());
    }

    private static LeafReaderContext leaf(IndexReader reader, int document) {
        return reader.leaves().stream()
                .filter(leaf -> document >= leaf.docBase
                        && document < leaf.docBase + leaf.reader().maxDoc())
                .findFirst()
                .orElseThrow();
    }
}
