package org.plumbline.index.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.index.rank.LateInteraction.Best;

/// The expected values are worked out by hand.
class LateInteractionTest {

    private static final float[][] QUESTION = {{1, 0, 0, 0, 0}, {0, 0, 0, 0, 1}};
    private static final float[][] TEXT = {{0.6f, 0, 0, 0, 0.8f}, {0, 1, 0, 0, 0}, {0.8f, 0.6f, 0, 0, 0}};
    private static final double[] ALIKE = {1, 1};

    @Test
    void countsEachWordOfTheQuestionWithItsNearest() {
        assertIs(0, 0.8, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {0, 3}));
    }

    @Test
    void takesTheBestSentenceAndNoWordFromAnother() {
        assertIs(0, 0.7, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {0, 2, 3}));
        assertIs(1, 0.4, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {1, 2, 3}));
    }

    @Test
    void weighsTheWordsOfTheQuestion() {
        assertIs(0, 0.65, LateInteraction.best(QUESTION, new double[] {3, 1}, TEXT, new int[] {0, 1}));
        assertIs(1, 0.8, LateInteraction.best(QUESTION, new double[] {1, 0}, TEXT, new int[] {0, 1, 3}));
    }

    @Test
    void passesOverWordsBeforeTheFirstSentence() {
        assertIs(0, 0, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {1, 2}));
    }

    @Test
    void takesWhatIsThereOfASentenceThatWasCutOff() {
        assertIs(1, 0.4, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {1, 2, 9, 12}));
    }

    @Test
    void findsNothingSimilarToNothing() {
        assertIs(0, 0, LateInteraction.best(new float[0][], new double[0], TEXT, new int[] {0, 3}));
        assertIs(0, 0, LateInteraction.best(QUESTION, ALIKE, new float[0][], new int[] {0, 3}));
        assertIs(0, 0, LateInteraction.best(QUESTION, new double[2], TEXT, new int[] {0, 3}));
        assertIs(0, 0, LateInteraction.best(QUESTION, ALIKE, TEXT, new int[] {0}));
    }

    private static void assertIs(int sentence, double similarity, Best best) {
        assertThat(best.sentence()).isEqualTo(sentence);
        assertThat(best.similarity()).isCloseTo(similarity, within(1e-6));
    }
}
