package org.plumbline.index.embed;

import java.io.IOException;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.plumbline.index.lucene.Fields;

/// Walks over the live articles of a snapshot by year of publication, the newest first, those without a date last;
/// nothing is collected.
final class NewestFirst {

    private final IndexSearcher searcher;

    NewestFirst(IndexReader reader) {
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /// Is given each article.
    interface Visitor {

        /// Whether there shall be more.
        ///
        /// @param article its document in the leaf
        boolean visit(LeafReaderContext leaf, int article) throws IOException;
    }

    void visit(Visitor visitor) throws IOException {
        byte[] first = PointValues.getMinPackedValue(searcher.getIndexReader(), Fields.YEAR);
        byte[] last = PointValues.getMaxPackedValue(searcher.getIndexReader(), Fields.YEAR);
        boolean more = true;
        if (first != null && last != null) {
            int oldest = IntPoint.decodeDimension(first, 0);
            for (int year = IntPoint.decodeDimension(last, 0); more && year >= oldest; year--) {
                more = visit(IntPoint.newExactQuery(Fields.YEAR, year), visitor);
            }
        }
        if (more) {
            visit(undated(), visitor);
        }
    }

    private static Query undated() {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND)), Occur.FILTER)
                .add(IntPoint.newRangeQuery(Fields.YEAR, Integer.MIN_VALUE, Integer.MAX_VALUE), Occur.MUST_NOT)
                .build();
    }

    private boolean visit(Query query, Visitor visitor) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && !visit(leaf, scorer.iterator(), visitor)) {
                return false;
            }
        }
        return true;
    }

    private static boolean visit(LeafReaderContext leaf, DocIdSetIterator articles, Visitor visitor)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        for (int article = articles.nextDoc(); article != DocIdSetIterator.NO_MORE_DOCS; article = articles.nextDoc()) {
            if ((live == null || live.get(article)) && !visitor.visit(leaf, article)) {
                return false;
            }
        }
        return true;
    }
}
