package org.plumbline.index.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plumbline.index.rank.Fusion.Fused;

/// The expected values are worked out by hand.
class FusionTest {

    private static final double CLOSE = 1e-12;

    @Test
    void scalesTheBestToOneAndTheGivenPlaceToZero() {
        Scale scale = Scale.of(new double[] {9, 5, 1}, 2, 0);
        assertThat(scale.of(9)).isEqualTo(1);
        assertThat(scale.of(5)).isZero();
        assertThat(scale.of(1)).isEqualTo(-1);
    }

    @Test
    void scalesAShortListFromItsFloor() {
        assertThat(Scale.of(new double[] {8, 6}, 100, 4).of(6)).isEqualTo(0.5);
    }

    @Test
    void givesNothingWhereNothingIsTold() {
        assertThat(Scale.of(new double[0], 100, 0).of(3)).isZero();
        assertThat(Scale.of(new double[] {2, 2}, 2, 0).of(2)).isZero();
        assertThat(Scale.of(new double[] {2, 1}, 2, 0).of(Double.NaN)).isZero();
    }

    @Test
    void addsWhatIsWeighed() {
        Fusion fusion = new Fusion(new Scale(0, 10), new Scale(0.5, 0.9), 0.6);
        Fused fused = fusion.of(5, 0.7);
        assertThat(fused.bm25Part()).isCloseTo(0.4 * 0.5, within(CLOSE));
        assertThat(fused.cosinePart()).isCloseTo(0.6 * 0.5, within(CLOSE));
        assertThat(fused.score()).isCloseTo(0.5, within(CLOSE));
    }

    @Test
    void refusesAWeightThatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fusion(new Scale(0, 1), new Scale(0, 1), 1.1));
    }
}
