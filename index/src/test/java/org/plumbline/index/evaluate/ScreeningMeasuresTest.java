package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The expected values are worked out by hand.
class ScreeningMeasuresTest {

    private static final double CLOSE = 1e-9;

    @Test
    void measuresWhatIsFoundEarly() {
        ScreeningMeasures measures = ScreeningMeasures.of(ranking(40, 1, 4, 10));
        assertThat(measures.recall()).containsExactly(1.0 / 3, 2.0 / 3, 2.0 / 3, 1.0);
        assertThat(measures.averagePrecision()).isCloseTo((1 + 0.5 + 0.3) / 3, within(CLOSE));
    }

    @Test
    void countsWorkSavedFromTheRecordThatCompletesNineteenOfTwenty() {
        int[] places = new int[20];
        for (int i = 0; i < 20; i++) {
            places[i] = i < 19 ? i + 1 : 100;
        }
        assertThat(ScreeningMeasures.of(ranking(100, places)).wss95()).isCloseTo(0.81 - 0.05, within(CLOSE));
    }

    @Test
    void countsWorkLostWhereTheLastIsFoundLast() {
        assertThat(ScreeningMeasures.of(ranking(10, 10)).wss95()).isCloseTo(-0.05, within(CLOSE));
    }

    private static boolean[] ranking(int records, int... relevant) {
        boolean[] ranking = new boolean[records];
        for (int place : relevant) {
            ranking[place - 1] = true;
        }
        return ranking;
    }
}
