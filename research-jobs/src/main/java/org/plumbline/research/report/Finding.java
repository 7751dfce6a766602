package org.plumbline.research.report;

import java.util.List;

/// What the studies say about one outcome: its rows, and what was counted over them.
///
/// @param outcome a name a clinician would use: "Length of stay"
/// @param rows ids of the evidence rows, in the order in which they are printed
/// @param counts agreement and disagreement, counted over the rows
public record Finding(String outcome, List<String> rows, List<Computed> counts) {

    public Finding {
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
    }

    /// Whether its rows are of one outcome, so that directions can be counted and set side by side.
    public boolean hasDirections() {
        return counts.stream().anyMatch(count -> count.formula() == Formula.AGREEMENT);
    }
}
