package org.plumbline.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lucene.Fields;

/// A scope over one snapshot. Every article that a search would keep is asked for here, by whatever way it was
/// found; where few articles pass, the search is also led from one of them to the next.
final class ArticleFilter {

    /// Led by the filter where fewer than one in so many articles pass; by the words where more do.
    private static final int FEW = 8;

    private final Optional<Query> articles;
    private final @Nullable Weight weight;
    private final boolean few;

    private ArticleFilter(Optional<Query> articles, @Nullable Weight weight, boolean few) {
        this.articles = articles;
        this.weight = weight;
        this.few = few;
    }

    static ArticleFilter of(Scope scope, IndexSearcher searcher) throws IOException {
        Optional<Query> passing = FilterQuery.find(scope.filter());
        if (passing.isPresent()) {
            requireFields(searcher);
        }
        Optional<Query> articles = both(passing, scope.set().map(ArticleSet::query));
        if (articles.isEmpty()) {
            return new ArticleFilter(articles, null, false);
        }
        Query rewritten = searcher.rewrite(articles.get());
        Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ArticleFilter(Optional.of(rewritten), weight, passFew(weight, searcher));
    }

    private static Optional<Query> both(Optional<Query> one, Optional<Query> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return Optional.of(new BooleanQuery.Builder()
                .add(one.get(), Occur.FILTER)
                .add(other.get(), Occur.FILTER)
                .build());
    }

    /// Over articles; null lets all pass.
    @Nullable
    Weight weight() {
        return weight;
    }

    /// An index that lacks a field would let everything through that the filter excludes by it.
    private static void requireFields(IndexSearcher searcher) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (leaf.reader().maxDoc() > 0 && leaf.reader().terms(Fields.SUBJECTS_KIND) == null) {
                throw new WrongInputException(
                        "this snapshot was built before there were such filters; run plumbline index build");
            }
        }
    }

    private static boolean passFew(Weight weight, IndexSearcher searcher) throws IOException {
        long pass = 0;
        long all = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            ScorerSupplier supplier = weight.scorerSupplier(leaf);
            pass += supplier == null ? 0 : supplier.cost();
            all += AcceptedBlocks.articlesIn(leaf.reader());
        }
        return pass < all / FEW;
    }

    /// A query for passages, led by the filter where that is quicker; the scores stay.
    Query leading(Query passages) {
        return few && articles.isPresent()
                ? new BooleanQuery.Builder()
                        .add(passages, Occur.MUST)
                        .add(new AcceptedBlocks(articles.get()), Occur.FILTER)
                        .build()
                : passages;
    }

    /// The articles of one segment that pass, to be asked in order.
    Accepted in(LeafReaderContext leaf) throws IOException {
        if (weight == null) {
            return new Accepted(null);
        }
        ScorerSupplier supplier = weight.scorerSupplier(leaf);
        return new Accepted(
                supplier == null ? DocIdSetIterator.empty() : supplier.get(0).iterator());
    }

    /// Tells of one article after another whether it passes. Not for several threads.
    static final class Accepted {

        private final @Nullable DocIdSetIterator passing;

        private Accepted(@Nullable DocIdSetIterator passing) {
            this.passing = passing;
        }

        /// @param article the document, in this segment, of an article that does not come before the one asked last
        boolean has(int article) throws IOException {
            if (passing == null) {
                return true;
            }
            int at = passing.docID() < article ? passing.advance(article) : passing.docID();
            return at == article;
        }
    }
}
