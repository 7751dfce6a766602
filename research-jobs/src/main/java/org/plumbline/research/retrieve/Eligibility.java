package org.plumbline.research.retrieve;

import java.util.Optional;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Standing;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.index.IndexedArticle;
import org.plumbline.research.report.Excluded.Reason;
import org.plumbline.research.request.Request;

/// What keeps an article that matches the question from being evidence.
final class Eligibility {

    /// A reason with what decided.
    record Bar(Reason reason, String detail) {}

    private Eligibility() {}

    static Optional<Bar> findBar(IndexedArticle article, Request request) {
        Standing standing = article.article().standing();
        if (!standing.supports()) {
            return Optional.of(new Bar(Reason.RETRACTED, ""));
        }
        boolean preprint = article.article().peerReview().status() == PeerReview.Status.PREPRINT;
        if (preprint && request.preprints() == Request.Preprints.EXCLUDED) {
            return Optional.of(new Bar(
                    Reason.PREPRINT,
                    String.join("; ", article.article().peerReview().evidence())));
        }
        if (standing == Standing.SUPERSEDED) {
            return Optional.of(new Bar(Reason.SUPERSEDED, ""));
        }
        DesignLevel design = article.design();
        boolean wanted = request.designs().contains(design.kind());
        return findNoResults(design.kind())
                .filter(why -> !wanted)
                .map(why -> new Bar(
                        Reason.NO_EVIDENCE_SENTENCE,
                        why + " (" + design.kind().words() + ", by " + design.signal() + ")"));
    }

    private static Optional<String> findNoResults(DesignLevel.Kind kind) {
        return switch (kind) {
            case PROTOCOL -> Optional.of("announces a study without its results");
            case OPINION -> Optional.of("states opinions");
            case NOTICE -> Optional.of("is a notice about another article");
            case REVIEW -> Optional.of("tells of other studies at second hand");
            case ANIMAL_OR_LABORATORY -> Optional.of("did not study people");
            case GUIDELINE,
                    META_ANALYSIS,
                    SYSTEMATIC_REVIEW,
                    RANDOMISED_TRIAL,
                    CONTROLLED_TRIAL,
                    COHORT,
                    CASE_CONTROL,
                    CROSS_SECTIONAL,
                    CASE_REPORT,
                    OTHER -> Optional.empty();
        };
    }
}
