package org.plumbline.index;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.plumbline.index.lucene.EnglishWords;
import org.plumbline.index.lucene.Fields;

/// How rare words are in the passages of a snapshot.
final class WordRarity {

    private final IndexSearcher searcher;

    WordRarity(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /// As Lucene's BM25Similarity has it (Robertson and Zaragoza, 2009).
    double idf(Term word) throws IOException {
        long with = searcher.getIndexReader().docFreq(word);
        return Math.log(1 + (passages(word.field()) - with + 0.5) / (with + 0.5));
    }

    /// How many passages have any word in a field.
    long passages(String field) throws IOException {
        CollectionStatistics statistics = searcher.collectionStatistics(field);
        return statistics == null ? 0 : statistics.docCount();
    }

    /// That of the rarest of the words that analysis makes of this one; 0 where it leaves none.
    double idf(String word) throws IOException {
        double idf = 0;
        for (EnglishWords.Word each : EnglishWords.of(word)) {
            idf = Math.max(idf, idf(new Term(Fields.WORDS, each.word())));
        }
        return idf;
    }
}
