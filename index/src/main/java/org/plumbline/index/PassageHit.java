package org.plumbline.index;

import java.util.List;
import org.plumbline.citations.text.Span;

/// A passage that matched a query.
///
/// @param score its BM25 score, higher is better; comparable within one search only
/// @param highlights the words of the query in it, by start: offsets in `passage.words()`, in UTF-16 units
public record PassageHit(Passage passage, double score, List<Span> highlights) {

    public PassageHit {
        highlights = List.copyOf(highlights);
    }
}
