package org.plumbline.research.select;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Location;
import org.plumbline.citations.text.Span;
import org.plumbline.research.report.Direction;

/// A sentence chosen for the report: a line of `evidence.jsonl`.
///
/// @param outcome the name of its outcome group; empty for a sample size and a conclusion
/// @param score by which it was chosen among its article's sentences
/// @param effects where in its words effect sizes stand, likewise intervals and p-values
/// @param direction null where the words do not say it clearly enough
/// @param n how many took part, for a sample size
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Selected(
        Use use,
        String outcome,
        String articleId,
        String studyId,
        Location location,
        String words,
        double score,
        List<Span> effects,
        List<Span> intervals,
        List<Span> pValues,
        @Nullable Direction direction,
        @Nullable Integer n) {

    /// What the report does with it.
    public enum Use {
        RESULT,
        HARM,
        /// The authors' headline: never evidence.
        CONCLUSION,
        SAMPLE_SIZE
    }

    public Selected {
        outcome = outcome == null ? "" : outcome;
        effects = effects == null ? List.of() : List.copyOf(effects);
        intervals = intervals == null ? List.of() : List.copyOf(intervals);
        pValues = pValues == null ? List.of() : List.copyOf(pValues);
    }
}
