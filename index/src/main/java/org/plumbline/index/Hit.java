package org.plumbline.index;

import java.util.List;

/// An article that a search found.
///
/// @param score what ranks it, see [Snapshot#search]
/// @param passages those of its passages that matched, best first, at most [#MOST_PASSAGES]; where none did, and its
///     vector brought it, its first one with a score of 0; none where no text of it is held
public record Hit(IndexedArticle article, double score, List<PassageHit> passages) {

    /// How many passages of an article are shown and counted.
    public static final int MOST_PASSAGES = 8;

    public Hit {
        passages = List.copyOf(passages);
    }
}
