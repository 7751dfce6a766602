package org.plumbline.research.select;

import java.util.List;
import java.util.Set;

/// What was chosen of one article, and what was refused.
///
/// @param gap why nothing of it was chosen; empty where something was
public record Selection(List<Selected> selected, List<Rejected> rejected, String gap) {

    public Selection {
        selected = List.copyOf(selected);
        rejected = List.copyOf(rejected);
    }

    /// What is left of it where another report of the same study already tells of these: each outcome once for a
    /// study, and one conclusion.
    ///
    /// @param told use and outcome of what was told, as [Selected] has them
    public ArticleEvidence withoutOutcomes(Set<String> told, String articleId) {
        List<Selected> left = selected.stream()
                .filter(sentence -> !told.contains(sentence.use() + sentence.outcome()))
                .toList();
        boolean results = left.stream().anyMatch(sentence -> sentence.use() == Selected.Use.RESULT);
        return new ArticleEvidence(articleId, gap, results ? left : List.of());
    }
}
