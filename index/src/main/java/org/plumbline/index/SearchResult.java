package org.plumbline.index;

import java.util.List;

/// What a search found.
///
/// @param articlesMatched how many articles match query and filter, exactly, whether shown or not
/// @param hits the best of them, best first; ties by article id
public record SearchResult(long articlesMatched, List<Hit> hits) {

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
