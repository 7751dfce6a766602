package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /// Gains are the grades themselves, as in trec_eval. The logarithms of 3 and 5 to base 2 are 1.584963 and 2.321928.
    @Test
    void weighsGradesAsTheyAreAndCutsAtTenAndAHundred() {
        List<String> ranking = new ArrayList<>(
                IntStream.rangeClosed(1, 101).mapToObj(rank -> "x" + rank).toList());
        ranking.set(0, "fair");
        ranking.set(2, "best");
        ranking.set(10, "good");
        ranking.set(100, "late");
        RankingMeasures measures =
                RankingMeasures.of(ranking, Map.of("best", 3, "good", 2, "late", 2, "fair", 1, "x2", 0, "x4", -1));
        assertThat(measures.ndcg10())
                .isCloseTo((1 + 3.0 / 2) / (3 + 2 / 1.584963 + 2.0 / 2 + 1 / 2.321928), within(1e-6));
        assertThat(measures.ndcg10()).isCloseTo(0.4392, within(1e-4));
        assertThat(measures.recall100()).isEqualTo(3.0 / 4);
        assertThat(measures.averagePrecision()).isCloseTo((1 + 2.0 / 3 + 3.0 / 11 + 4.0 / 101) / 4, within(CLOSE));
        assertThat(measures.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void comparesWithTheTenBestAtMost() {
        List<String> ranking =
                IntStream.rangeClosed(1, 12).mapToObj(rank -> "r" + rank).toList();
        Map<String, Integer> grades = ranking.stream().collect(Collectors.toMap(each -> each, _ -> 2));
        assertThat(RankingMeasures.of(ranking, grades).ndcg10()).isCloseTo(1, within(CLOSE));
    }

    @Test
    void measuresARankingWithoutRelevantDocumentsAsZero() {
        assertThat(RankingMeasures.of(List.of("x"), Map.of("a", 1))).isEqualTo(new RankingMeasures(0, 0, 0, 0));
    }
}
