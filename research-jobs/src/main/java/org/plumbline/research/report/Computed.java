package org.plumbline.research.report;

import java.util.List;

/// A statement that was counted, not quoted: anyone can count again.
///
/// @param subject what is counted about, printed in the sentence: an outcome's name, else empty
/// @param inputs ids of the evidence rows, or of the excluded articles, that were counted
/// @param value the result, in the form that the formula says
/// @param sentence as printed
public record Computed(Formula formula, String subject, List<String> inputs, String value, String sentence)
        implements Statement {

    public Computed {
        inputs = List.copyOf(inputs);
    }

    /// Whether counting again over the report's rows and exclusions gives this very statement.
    public boolean holds(List<EvidenceRow> rows, List<Excluded> excluded) {
        return equals(formula.recount(subject, inputs, rows, excluded));
    }
}
