package org.plumbline.index.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The expected values are worked out by hand.
class LateInteractionTest {

    @Test
    void countsEachWordOfTheQuestionWithItsNearest() {
        float[][] question = {{1, 0, 0, 0, 0}, {0, 0, 0, 0, 1}};
        float[][] text = {{0.6f, 0, 0, 0, 0.8f}, {0, 1, 0, 0, 0}, {0.8f, 0.6f, 0, 0, 0}};
        assertThat(LateInteraction.similarity(question, text)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void findsNothingSimilarToNothing() {
        assertThat(LateInteraction.similarity(new float[0][], new float[][] {{1}}))
                .isZero();
        assertThat(LateInteraction.similarity(new float[][] {{1}}, new float[0][]))
                .isZero();
    }
}
