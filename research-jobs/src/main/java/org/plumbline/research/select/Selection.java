package org.plumbline.research.select;

import java.util.List;

/// What was chosen of one article, and what was refused.
///
/// @param gap why nothing of it was chosen; empty where something was
public record Selection(List<Selected> selected, List<Rejected> rejected, String gap) {

    public Selection {
        selected = List.copyOf(selected);
        rejected = List.copyOf(rejected);
    }
}
