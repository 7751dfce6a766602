package org.plumbline.research.select;

import java.util.List;

/// What was chosen of one article: a line of `evidence.jsonl`.
///
/// @param gap why nothing of it was chosen; empty where something was
public record ArticleEvidence(String articleId, String gap, List<Selected> selected) {

    public ArticleEvidence {
        selected = List.copyOf(selected);
    }
}
