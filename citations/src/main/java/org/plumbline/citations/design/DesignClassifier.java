package org.plumbline.citations.design;

import java.util.List;
import java.util.Optional;
import org.plumbline.citations.Term;

/// Decides an article's design level by a ladder: publication types, then the source's article type, then cues in
/// the title, then cues in the abstract. The first rung that speaks decides, and says so in its signal.
public final class DesignClassifier {

    private DesignClassifier() {}

    /// The design level of an article with these publication types, source article types (JATS article-type), title
    /// and abstract (empty where there is none).
    public static DesignLevel classify(
            List<Term> publicationTypes, List<String> articleTypes, String title, String abstractWords) {
        Optional<DesignLevel> inTitle = TitleCues.find(title).or(() -> Plans.find(abstractWords));
        Optional<DesignLevel> indexed = PublicationTypes.find(publicationTypes);
        if (indexed.isPresent()) {
            return inTitle.filter(cue -> isMoreExact(cue, indexed.get())).orElse(indexed.get());
        }
        Optional<DesignLevel> typed = ArticleTypes.find(articleTypes);
        if (typed.isPresent()) {
            return inTitle.filter(cue -> isMoreExact(cue, typed.get())).orElse(typed.get());
        }
        Optional<DesignLevel> inAbstract = AbstractCues.find(abstractWords)
                .or(() -> Monographs.find(title, abstractWords))
                .or(() -> LaboratoryWords.find(title + ". " + abstractWords));
        boolean randomised = inAbstract.isPresent() && inAbstract.get().kind() == DesignLevel.Kind.RANDOMISED_TRIAL;
        return inTitle.filter(cue -> !(randomised && cue.kind() == DesignLevel.Kind.CONTROLLED_TRIAL))
                .or(() -> inAbstract)
                .orElse(new DesignLevel(DesignLevel.Kind.OTHER, "no signal"));
    }

    /// A title may say more than an index term: a protocol is indexed as the trial it plans, a systematic review as
    /// a review, and journals file short trial reports under "case-report" and "letter".
    private static boolean isMoreExact(DesignLevel inTitle, DesignLevel indexed) {
        return switch (indexed.kind()) {
            case RANDOMISED_TRIAL, CONTROLLED_TRIAL -> inTitle.kind() == DesignLevel.Kind.PROTOCOL;
            case REVIEW ->
                inTitle.kind() == DesignLevel.Kind.SYSTEMATIC_REVIEW
                        || inTitle.kind() == DesignLevel.Kind.META_ANALYSIS
                        || inTitle.kind() == DesignLevel.Kind.GUIDELINE
                        || inTitle.kind() == DesignLevel.Kind.PROTOCOL;
            case SYSTEMATIC_REVIEW ->
                inTitle.kind() == DesignLevel.Kind.META_ANALYSIS || inTitle.kind() == DesignLevel.Kind.PROTOCOL;
            case CASE_REPORT ->
                inTitle.kind() == DesignLevel.Kind.RANDOMISED_TRIAL || inTitle.kind() == DesignLevel.Kind.PROTOCOL;
            case OPINION ->
                indexed.signal().equals("article type \"letter\"")
                        && inTitle.kind() == DesignLevel.Kind.RANDOMISED_TRIAL;
            case META_ANALYSIS -> inTitle.kind() == DesignLevel.Kind.PROTOCOL;
            case GUIDELINE, COHORT, CASE_CONTROL, CROSS_SECTIONAL, PROTOCOL, ANIMAL_OR_LABORATORY, NOTICE, OTHER ->
                false;
        };
    }
}
