package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Term;

class DesignClassifierTest {

    private static final Term RANDOMISED = Term.of("D016449", "Randomized Controlled Trial");
    private static final Term REVIEW = Term.of("D016454", "Review");

    @Test
    void publicationTypeDecidesByItsIdentifierAndIsNamed() {
        assertThat(classify(List.of(RANDOMISED), List.of(), "Warm milk and sleep", ""))
                .isEqualTo(new DesignLevel(
                        DesignLevel.Kind.RANDOMISED_TRIAL, "publication type \"Randomized Controlled Trial\""));
    }

    @Test
    void protocolIndexedAsTrialIsAProtocol() {
        String title = "Warm milk for sleep: study protocol for a randomised trial";
        assertThat(classify(List.of(RANDOMISED), List.of(), title, "").kind()).isEqualTo(DesignLevel.Kind.PROTOCOL);
    }

    @Test
    void systematicReviewIndexedAsReviewIsASystematicReview() {
        String title = "Warm milk for sleep: a systematic review of randomised trials";
        assertThat(classify(List.of(REVIEW), List.of(), title, "").kind())
                .isEqualTo(DesignLevel.Kind.SYSTEMATIC_REVIEW);
    }

    @Test
    void metaAnalysisOfRandomisedTrialsIsNotATrial() {
        String title = "Effect of warm milk: meta-analysis of randomised controlled trials";
        assertThat(kind(title, "We pooled nine randomised trials.")).isEqualTo(DesignLevel.Kind.META_ANALYSIS);
    }

    @Test
    void narrativeReviewThatMentionsRandomisedTrialsIsAReview() {
        String words = "Sleep is complex. In this review we summarise what several randomised controlled trials found.";
        assertThat(kind("Sleep in the elderly", words)).isEqualTo(DesignLevel.Kind.REVIEW);
    }

    @Test
    void wishForRandomisedTrialsIsNoSignal() {
        String words = "We followed 40 adults prospectively. A randomised controlled trial is needed.";
        assertThat(kind("Milk and sleep", words)).isEqualTo(DesignLevel.Kind.COHORT);
    }

    @Test
    void abstractsOwnRandomisationDecides() {
        String words = "Sixty adults were randomly assigned to warm milk or water.";
        assertThat(classify(List.of(), List.of("research-article"), "Milk and sleep", words))
                .isEqualTo(new DesignLevel(DesignLevel.Kind.RANDOMISED_TRIAL, "abstract: \"randomly assigned\""));
    }

    @Test
    void nonRandomisedTrialIsControlledOnly() {
        assertThat(kind("Milk or water: a non-randomized controlled trial", ""))
                .isEqualTo(DesignLevel.Kind.CONTROLLED_TRIAL);
    }

    @Test
    void mendelianRandomisationIsNoTrial() {
        assertThat(kind("Milk intake and height: a Mendelian randomization study", ""))
                .isEqualTo(DesignLevel.Kind.OTHER);
    }

    @Test
    void trialInAnimalsIsAnAnimalStudy() {
        assertThat(kind("Warm milk improves sleep in rats: a randomised trial", ""))
                .isEqualTo(DesignLevel.Kind.ANIMAL_OR_LABORATORY);
    }

    @Test
    void planWithoutResultsIsAProtocol() {
        String words = "Adults will be randomised to milk or water. Sleep will be measured at 12 weeks.";
        assertThat(kind("Milk for sleep in nurses", words)).isEqualTo(DesignLevel.Kind.PROTOCOL);
    }

    @Test
    void jatsArticleTypeNamesNoticesAndOpinions() {
        assertThat(classify(List.of(), List.of("retraction"), "Retraction: milk", "")
                        .kind())
                .isEqualTo(DesignLevel.Kind.NOTICE);
        assertThat(classify(List.of(), List.of("editorial"), "Why milk", "").signal())
                .isEqualTo("article type \"editorial\"");
    }

    @Test
    void nothingKnownSaysSo() {
        assertThat(classify(List.of(), List.of(), "Milk", ""))
                .isEqualTo(new DesignLevel(DesignLevel.Kind.OTHER, "no signal"));
    }

    private static DesignLevel.Kind kind(String title, String words) {
        return classify(List.of(), List.of(), title, words).kind();
    }

    private static DesignLevel classify(List<Term> types, List<String> articleTypes, String title, String words) {
        return DesignClassifier.classify(types, articleTypes, List.of(), new TitleAndAbstract(title, words));
    }
}
