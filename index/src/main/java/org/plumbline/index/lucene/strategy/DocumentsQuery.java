package org.plumbline.index.lucene.strategy;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/// Documents that were found before, as a query on the reader in which they were.
final class DocumentsQuery extends Query {

    private final ArticleDocuments documents;

    DocumentsQuery(ArticleDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        if (!searcher.getIndexReader().equals(documents.reader())) {
            throw new IllegalArgumentException("the documents are another reader's");
        }
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                DocIdSetIterator iterator = documents.iterator(leaf);
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, iterator));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return documents.count() + " documents";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentsQuery query && query.documents == documents;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(documents);
    }
}
