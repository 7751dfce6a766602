package org.plumbline.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.plumbline.index.lucene.Fields;

/// Scores articles of one segment exactly, each by all passages of its block, in the order of their documents. Not
/// for several threads.
final class BlockScores {

    private final int base;
    private final NumericDocValues sizes;
    private final BinaryDocValues ids;
    private final @Nullable Scorer scorer;
    private final DocIdSetIterator passages;

    /// @param words a query's weight, with scores
    /// @param articles how many are going to be asked for
    BlockScores(LeafReaderContext leaf, Weight words, int articles) throws IOException {
        base = leaf.docBase;
        sizes = DocValues.getNumeric(leaf.reader(), Fields.BLOCK);
        ids = DocValues.getBinary(leaf.reader(), Fields.ID);
        ScorerSupplier supplier = words.scorerSupplier(leaf);
        scorer = supplier == null ? null : supplier.get(articles);
        passages = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    /// The article's score with its best passages; without any where it does not match, and then its score is 0.
    ///
    /// @param document the article's, of the whole index; not before the one asked last
    Candidate of(int document) throws IOException {
        int article = document - base;
        sizes.advanceExact(article);
        int first = article - (int) sizes.longValue() + 1;
        BestPassages best = new BestPassages(Hit.MOST_PASSAGES);
        int at = passages.docID() < first ? passages.advance(first) : passages.docID();
        while (at < article && scorer != null) {
            best.add(base + at, scorer.score());
            at = passages.nextDoc();
        }
        ids.advanceExact(article);
        double score = best.isEmpty() ? 0 : best.score();
        return new Candidate(score, BytesRef.deepCopyOf(ids.binaryValue()), document, best.matches());
    }
}
