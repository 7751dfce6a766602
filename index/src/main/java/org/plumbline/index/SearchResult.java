package org.plumbline.index;

import java.util.List;

/// What a search found.
///
/// @param matched how many articles match query and filter, whether shown or not
/// @param hits the best of them, best first; ties by article id
public record SearchResult(Matched matched, List<Hit> hits) {

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
