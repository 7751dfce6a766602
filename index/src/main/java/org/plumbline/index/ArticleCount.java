package org.plumbline.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.plumbline.index.lucene.Fields;

/// Counts the articles of matching passages, without their scores.
final class ArticleCount implements Collector {

    private final ArticleFilter filter;
    private long articles;

    ArticleCount(ArticleFilter filter) {
        this.filter = filter;
    }

    long articles() {
        return articles;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
        NumericDocValues toArticle = DocValues.getNumeric(leaf.reader(), Fields.TO_ARTICLE);
        ArticleFilter.Accepted accepted = filter.in(leaf);
        return new LeafCollector() {

            private int article = -1;

            @Override
            public void setScorer(Scorable scorable) {}

            @Override
            public void collect(int passage) throws IOException {
                if (passage > article) {
                    toArticle.advanceExact(passage);
                    article = passage + (int) toArticle.longValue();
                    articles += accepted.has(article) ? 1 : 0;
                }
            }
        };
    }
}
