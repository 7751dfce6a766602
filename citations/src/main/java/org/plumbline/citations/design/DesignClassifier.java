package org.plumbline.citations.design;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.Term;
import org.plumbline.citations.design.DesignLevel.Kind;

/// Decides an article's design level by a ladder: publication types, then the source's article type, then cues in
/// the title, then cues in the abstract. The first rung that speaks decides, and says so in its signal. A trial whose
/// headings say that it was made in animals alone is an animal study.
public final class DesignClassifier {

    private DesignClassifier() {}

    /// The design level of an article with these publication types, source article types (JATS article-type), MeSH
    /// headings, title and abstract.
    public static DesignLevel classify(
            List<Term> publicationTypes, List<String> articleTypes, List<Term> headings, TitleAndAbstract article) {
        DesignLevel level = ofAnyone(publicationTypes, articleTypes, article);
        boolean trial = level.kind() == Kind.RANDOMISED_TRIAL || level.kind() == Kind.CONTROLLED_TRIAL;
        return Subjects.ofTags(headings)
                .filter(subjects -> trial && subjects.kind() == Subjects.Kind.ANIMALS)
                .map(subjects -> new DesignLevel(Kind.ANIMAL_OR_LABORATORY, subjects.signal() + ", " + level.signal()))
                .orElse(level);
    }

    private static DesignLevel ofAnyone(
            List<Term> publicationTypes, List<String> articleTypes, TitleAndAbstract article) {
        Optional<DesignLevel> inTitle = TitleCues.find(article.title());
        Optional<DesignLevel> indexed = PublicationTypes.find(publicationTypes);
        if (indexed.isPresent()) {
            return inTitle.filter(cue -> isMoreExact(cue, indexed.get()))
                    .filter(cue -> cue.kind() != Kind.PROTOCOL || !Plans.hasResults(article))
                    .orElse(indexed.get());
        }
        Optional<DesignLevel> planned = inTitle.or(() -> Plans.find(article.abstractWords()));
        Optional<DesignLevel> typed = ArticleTypes.find(articleTypes);
        if (typed.isPresent()) {
            return planned.filter(cue -> isMoreExact(cue, typed.get())).orElse(typed.get());
        }
        return ofWords(planned, article);
    }

    private static DesignLevel ofWords(Optional<DesignLevel> planned, TitleAndAbstract article) {
        if (planned.isPresent() && planned.get().kind() != Kind.CONTROLLED_TRIAL) {
            return planned.get();
        }
        Set<Kind> ruledOut = TitleCues.studiesATrial(article.title())
                ? EnumSet.of(Kind.RANDOMISED_TRIAL, Kind.CONTROLLED_TRIAL)
                : Set.of();
        Optional<DesignLevel> inAbstract = AbstractCues.find(article, ruledOut)
                .or(() -> Monographs.find(
                        article.title().words(), article.abstractWords().words()))
                .or(() -> LaboratoryWords.find(article));
        boolean randomised = inAbstract.isPresent() && inAbstract.get().kind() == Kind.RANDOMISED_TRIAL;
        return planned.filter(cue -> !(randomised && cue.kind() == Kind.CONTROLLED_TRIAL))
                .or(() -> inAbstract)
                .orElse(new DesignLevel(Kind.OTHER, "no signal"));
    }

    /// A title may say more than an index term: a protocol is indexed as the trial it plans, a systematic review as
    /// a review, and journals file short trial reports under "case-report" and "letter".
    private static boolean isMoreExact(DesignLevel inTitle, DesignLevel indexed) {
        return switch (indexed.kind()) {
            case RANDOMISED_TRIAL, CONTROLLED_TRIAL -> inTitle.kind() == Kind.PROTOCOL;
            case REVIEW ->
                inTitle.kind() == Kind.SYSTEMATIC_REVIEW
                        || inTitle.kind() == Kind.META_ANALYSIS
                        || inTitle.kind() == Kind.GUIDELINE
                        || inTitle.kind() == Kind.PROTOCOL;
            case SYSTEMATIC_REVIEW -> inTitle.kind() == Kind.META_ANALYSIS || inTitle.kind() == Kind.PROTOCOL;
            case CASE_REPORT -> inTitle.kind() == Kind.RANDOMISED_TRIAL || inTitle.kind() == Kind.PROTOCOL;
            case OPINION ->
                indexed.signal().equals("article type \"letter\"") && inTitle.kind() == Kind.RANDOMISED_TRIAL;
            case META_ANALYSIS -> inTitle.kind() == Kind.PROTOCOL;
            case GUIDELINE, COHORT, CASE_CONTROL, CROSS_SECTIONAL, PROTOCOL, ANIMAL_OR_LABORATORY, NOTICE, OTHER ->
                false;
        };
    }
}
