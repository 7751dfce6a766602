package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds articles by the words of their passages: the first stage of every search. Its answers are those of a walk
/// over every passage; [CompetitiveArticles] says why it need not take one. One thread does a whole search: many
/// searches at once share the machine better than one that is split. Any thread may call it.
final class ArticleSearch {

    /// What a search found, best first.
    record Found(Matched matched, List<Candidate> best) {}

    private final IndexSearcher searcher;

    ArticleSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /// The best articles for a query over passages.
    ///
    /// @param wanted how many at most, 1 or more
    Found best(Query query, Scope scope, int wanted) throws IOException {
        ArticleFilter accepted = ArticleFilter.of(scope, searcher);
        CompetitiveArticles competitive = search(accepted.leading(query), new CompetitiveArticles(wanted, 0, accepted));
        List<Candidate> best = score(query, competitive.documents()).stream()
                .sorted(Candidate.BEST_FIRST)
                .limit(wanted)
                .toList();
        return new Found(competitive.matched(), best);
    }

    /// Tells which articles pass; null where all do.
    @Nullable
    Weight accepting(Scope scope) throws IOException {
        return ArticleFilter.of(scope, searcher).weight();
    }

    /// How many articles come before this one, which need not pass the filter.
    long before(Candidate article, Query query, Scope scope) throws IOException {
        ArticleFilter accepted = ArticleFilter.of(scope, searcher);
        CompetitiveArticles competitive =
                search(accepted.leading(query), new CompetitiveArticles(Integer.MAX_VALUE, article.score(), accepted));
        LongAdder before = new LongAdder();
        score(query, competitive.documents(), other -> {
            if (Candidate.BEST_FIRST.compare(other, article) < 0) {
                before.increment();
            }
        });
        return before.sum();
    }

    /// The exact scores of articles, whether a filter lets them pass or not, in the order given; an article that
    /// does not match scores 0 and has no passages.
    ///
    /// @param documents of articles, ascending
    List<Candidate> score(Query query, int[] documents) throws IOException {
        List<Candidate> scored = new ArrayList<>(documents.length);
        score(query, documents, scored::add);
        return scored;
    }

    private void score(Query query, int[] documents, Consumer<Candidate> each) throws IOException {
        Weight words = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int at = 0;
        while (at < documents.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[at], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            BlockScores scores = new BlockScores(leaf, words, documents.length);
            while (at < documents.length && documents[at] < end) {
                each.accept(scores.of(documents[at]));
                at++;
            }
        }
    }

    /// How many articles match, exactly.
    long count(Query query, Scope scope) throws IOException {
        ArticleFilter accepted = ArticleFilter.of(scope, searcher);
        return search(accepted.leading(query), new ArticleCount(accepted)).articles();
    }

    private <C extends Collector> C search(Query query, C collector) throws IOException {
        return searcher.search(query, new CollectorManager<C, C>() {
            @Override
            public C newCollector() {
                return collector;
            }

            @Override
            public C reduce(Collection<C> one) {
                return one.iterator().next();
            }
        });
    }
}
