package org.plumbline.index.lucene.strategy;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.RoaringDocIdSet;

/// The live articles of one reader that match something: a set of documents, a few bits each.
public final class ArticleDocuments {

    private final IndexReader reader;
    private final List<RoaringDocIdSet> byLeaf;

    private ArticleDocuments(IndexReader reader, List<RoaringDocIdSet> byLeaf) {
        this.reader = reader;
        this.byLeaf = byLeaf;
    }

    /// Those that a query over articles matches.
    static ArticleDocuments of(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        RoaringDocIdSet[] sets =
                new RoaringDocIdSet[searcher.getIndexReader().leaves().size()];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            sets[leaf.ord] = documents(weight, leaf);
        }
        return new ArticleDocuments(searcher.getIndexReader(), List.of(sets));
    }

    private static RoaringDocIdSet documents(Weight weight, LeafReaderContext leaf) throws IOException {
        RoaringDocIdSet.Builder found =
                new RoaringDocIdSet.Builder(leaf.reader().maxDoc());
        BulkScorer scorer = weight.bulkScorer(leaf);
        if (scorer != null) {
            scorer.score(new Adder(found), leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
        return found.build();
    }

    private record Adder(RoaringDocIdSet.Builder found) implements LeafCollector {

        @Override
        public void setScorer(Scorable scorer) {
            // Nothing is ranked.
        }

        @Override
        public void collect(int document) {
            found.add(document);
        }
    }

    public IndexReader reader() {
        return reader;
    }

    public long count() {
        return byLeaf.stream().mapToLong(RoaringDocIdSet::cardinality).sum();
    }

    /// The documents of one leaf, by its own numbers, ascending.
    public DocIdSetIterator iterator(LeafReaderContext leaf) throws IOException {
        DocIdSetIterator iterator = byLeaf.get(leaf.ord).iterator();
        return iterator == null ? DocIdSetIterator.empty() : iterator;
    }

    /// Whether it has this document.
    ///
    /// @param document by the numbers of the whole reader
    public boolean has(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        int within = document - leaf.docBase;
        return iterator(leaf).advance(within) == within;
    }

    /// What matches exactly these; for searchers of the same reader.
    public Query query() {
        return new DocumentsQuery(this);
    }
}
