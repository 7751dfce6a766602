package org.plumbline.index;

import java.util.List;

/// An article that matched a query.
///
/// @param score the score of its best passage and a share of the next ones, see [Snapshot#search]
/// @param passages those of its passages that matched, best first, at most [#MOST_PASSAGES]
public record Hit(IndexedArticle article, double score, List<PassageHit> passages) {

    /// How many passages of an article are shown and counted.
    public static final int MOST_PASSAGES = 8;

    public Hit {
        passages = List.copyOf(passages);
    }
}
