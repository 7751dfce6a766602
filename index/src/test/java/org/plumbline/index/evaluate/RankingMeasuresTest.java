package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The expected values are worked out by hand.
class RankingMeasuresTest {

    private static final double CLOSE = 1e-9;

    @Test
    void measuresAPerfectRankingAsOne() {
        RankingMeasures measures = RankingMeasures.of(List.of("a", "b", "x"), Map.of("a", 2, "b", 1));
        assertThat(measures).isEqualTo(new RankingMeasures(1, 1, 1, 1));
    }

    @Test
    void measuresWhatComesLate() {
        RankingMeasures measures =
                RankingMeasures.of(List.of("x", "a", "y", "b"), Map.of("a", 1, "b", 1, "c", 1, "x", 0));
        double log3 = Math.log(3) / Math.log(2);
        double log5 = Math.log(5) / Math.log(2);
        assertThat(measures.ndcg10()).isCloseTo((1 / log3 + 1 / log5) / (1 + 1 / log3 + 0.5), within(CLOSE));
        assertThat(measures.recall100()).isCloseTo(2.0 / 3, within(CLOSE));
        assertThat(measures.averagePrecision()).isCloseTo((0.5 + 0.5) / 3, within(CLOSE));
        assertThat(measures.reciprocalRank()).isEqualTo(0.5);
    }

    @Test
    void measuresARankingWithoutRelevantDocumentsAsZero() {
        assertThat(RankingMeasures.of(List.of("x"), Map.of("a", 1))).isEqualTo(new RankingMeasures(0, 0, 0, 0));
    }
}
