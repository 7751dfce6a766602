package org.plumbline.research.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.text.Span;

/// One line of the evidence table: what one article says about one outcome, in the words of one claim. What the
/// article is (design, year, access, standing) stands in its [Reference].
///
/// @param id unique in the report: "r1"
/// @param reference the number of its reference
/// @param claimId the claim that says the result
/// @param outcome the name of the outcome group; the same in every row of a [Finding]
/// @param sampleSize how many took part, with the claim that says so; null where no sentence says it
/// @param effects where in the claim's words effect sizes stand, likewise intervals and p-values: printed as quoted
/// @param direction null where the words do not say it clearly enough: the reader is sent to the quote
/// @param studyId names the study it reports: rows of one study count once
public record EvidenceRow(
        String id,
        int reference,
        String claimId,
        String outcome,
        @Nullable SampleSize sampleSize,
        List<Span> effects,
        List<Span> intervals,
        List<Span> pValues,
        @Nullable Direction direction,
        String studyId) {

    /// A number of participants and the claim whose words say it.
    public record SampleSize(int n, String claimId) {}

    public EvidenceRow {
        effects = List.copyOf(effects);
        intervals = List.copyOf(intervals);
        pValues = List.copyOf(pValues);
    }
}
