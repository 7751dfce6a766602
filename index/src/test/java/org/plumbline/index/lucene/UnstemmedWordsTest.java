package org.plumbline.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnstemmedWordsTest {

    @Test
    void splitsAtEverythingThatIsNeitherLetterNorDigit() {
        assertThat(UnstemmedWords.of("Beta-blockers (COVID-19), p<0.05; Alzheimer's"))
                .containsExactly("beta", "blockers", "covid", "19", "p", "0", "05", "alzheimer", "s");
        assertThat(UnstemmedWords.of(" - ")).isEmpty();
        assertThat(UnstemmedWords.of("")).isEmpty();
    }

    @Test
    void takesAccentsOffHoweverTheyAreWritten() {
        assertThat(UnstemmedWords.of("Ménière Me\u0301nie\u0300re Ångström Łódź straße"))
                .containsExactly("meniere", "meniere", "angstrom", "lodz", "strasse");
    }

    @Test
    void passesOverSoftHyphensAndJoiners() {
        assertThat(UnstemmedWords.of("ran\u00addomised \ufeffIL\u20606 a\u200bb \u200d -\u00ad-"))
                .containsExactly("randomised", "il6", "ab");
    }

    @Test
    void namesGreekLetters() {
        assertThat(UnstemmedWords.of("β-blocker TNFα Δ9 5 µg μ ς"))
                .containsExactly("beta", "blocker", "tnfalpha", "delta9", "5", "ug", "mu", "sigma");
    }

    @Test
    void cutsWordsThatNobodyLooksFor() {
        assertThat(UnstemmedWords.of("a".repeat(50_000))).containsExactly("a".repeat(200));
    }
}
