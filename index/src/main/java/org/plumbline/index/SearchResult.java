package org.plumbline.index;

import java.util.List;

/// What a search found.
///
/// @param matched how many articles match the query by their words, and the filter, whether shown or not
/// @param hits the best articles, best first, ties by article id; where vectors have a say, those that they brought
///     need not have any of the words
public record SearchResult(Matched matched, List<Hit> hits) {

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
