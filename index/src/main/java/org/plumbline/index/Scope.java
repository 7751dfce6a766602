package org.plumbline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which articles of one snapshot may be found: those that pass a filter and, where a set is given, stand in it. A hard
/// constraint, whatever their score; it lives no longer than its snapshot.
///
/// @param set of the same snapshot, such as what a librarian's strategy matches
public record Scope(Filter filter, Optional<ArticleSet> set) {

    /// Every article.
    public static final Scope ALL = of(Filter.NONE);

    /// What passes a filter.
    public static Scope of(Filter filter) {
        return new Scope(filter, Optional.empty());
    }

    /// What keeps an article out, each in words; empty for one that may be found.
    List<String> bars(IndexedArticle article, int document) throws IOException {
        List<String> bars = new ArrayList<>(FilterCheck.bars(filter, article));
        if (set.isPresent() && !set.get().has(document)) {
            bars.add("the strategy does not match it");
        }
        return bars;
    }
}
