package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.lucene.Fields;

/// Every document in the blocks of the articles that a filter accepts, as a query: block after block, each a range
/// of documents, so that a search for rare articles leaps from one to the next.
final class AcceptedBlocks extends Query {

    private final Query articles;

    /// @param articles over article documents, rewritten
    AcceptedBlocks(Query articles) {
        this.articles = articles;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight accepted = articles.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier supplier = accepted.scorerSupplier(leaf);
                return supplier == null ? null : new Supplier(supplier, leaf.reader(), score(), mode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return accepted.isCacheable(leaf);
            }
        };
    }

    private static final class Supplier extends ScorerSupplier {

        private final ScorerSupplier articles;
        private final LeafReader reader;
        private final float score;
        private final ScoreMode mode;

        Supplier(ScorerSupplier articles, LeafReader reader, float score, ScoreMode mode) {
            this.articles = articles;
            this.reader = reader;
            this.score = score;
            this.mode = mode;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            NumericDocValues sizes = DocValues.getNumeric(reader, Fields.BLOCK);
            return new ConstantScoreScorer(
                    score, mode, new Blocks(articles.get(leadCost).iterator(), sizes, cost()));
        }

        /// In documents, so that it compares with what words cost.
        @Override
        public long cost() {
            int all = Math.max(1, articlesIn(reader));
            return articles.cost() * Math.max(1, reader.maxDoc() / all);
        }
    }

    /// How many articles a segment has, dead ones too.
    static int articlesIn(LeafReader reader) {
        try {
            return reader.docFreq(new Term(Fields.KIND, Fields.ARTICLE_KIND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot count the articles of a segment", e);
        }
    }

    /// Walks through the documents of accepted blocks.
    private static final class Blocks extends DocIdSetIterator {

        private final DocIdSetIterator articles;
        private final NumericDocValues sizes;
        private final long cost;
        private int document = -1;

        Blocks(DocIdSetIterator articles, NumericDocValues sizes, long cost) {
            this.articles = articles;
            this.sizes = sizes;
            this.cost = cost;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            int article = articles.docID() < target ? articles.advance(target) : articles.docID();
            if (article == NO_MORE_DOCS) {
                document = NO_MORE_DOCS;
            } else {
                sizes.advanceExact(article);
                document = Math.max(target, article - (int) sizes.longValue() + 1);
            }
            return document;
        }

        /// The end of the block, which is accepted whole.
        @Override
        public int docIDRunEnd() {
            return articles.docID() + 1;
        }

        @Override
        public long cost() {
            return cost;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(@Nullable String field) {
        return "blocks of " + articles;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AcceptedBlocks blocks && blocks.articles.equals(articles);
    }

    @Override
    public int hashCode() {
        return Objects.hash(AcceptedBlocks.class, articles);
    }
}
