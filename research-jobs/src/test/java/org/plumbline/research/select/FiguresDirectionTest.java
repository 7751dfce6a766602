package org.plumbline.research.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.research.evidence.Statistics;
import org.plumbline.research.report.Direction;

class FiguresDirectionTest {

    private static final String LOWER =
            "Gout flares occurred in 21/156 [13.5%] patients with zelotrine and 29/156 [18.6%] patients with warm milk"
                    + " (risk ratio 0.72; 95% CI 0.56 to 0.94; P = .01).";

    @Test
    void readsTheDirectionOfAPlainRatioWithoutAConfidence() {
        Direction found = find(LOWER, "warm milk").orElseThrow();
        assertThat(found.sign()).isEqualTo(Direction.Sign.DECREASE);
        assertThat(found.confidence()).as("what was not measured").isNull();
    }

    @Test
    void seesNoDifferenceWhereTheIntervalHoldsOne() {
        assertThat(find(LOWER.replace("0.94", "1.04"), "warm milk").map(Direction::sign))
                .contains(Direction.Sign.NO_DIFFERENCE);
    }

    @Test
    void saysNothingWhereFiguresAndSharesDisagree() {
        assertThat(find(LOWER.replace("13.5%", "23.5%"), "warm milk")).isEmpty();
    }

    @Test
    void saysNothingWhereTheComparatorIsNotKnown() {
        assertThat(find(LOWER, "")).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsTurnedRound() {
        assertThat(find(LOWER.replace("Gout flares occurred in", "Freedom: free of gout flares were"), "warm milk"))
                .isEmpty();
    }

    private static Optional<Direction> find(String sentence, String comparator) {
        return FiguresDirection.find(sentence, Statistics.in(sentence), List.of(), comparator);
    }
}
