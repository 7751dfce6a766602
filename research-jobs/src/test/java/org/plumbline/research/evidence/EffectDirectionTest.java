package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.research.evidence.EffectDirection.Sign;

class EffectDirectionTest {

    private static final Pico MILK = new Pico("adults", "warm milk", "placebo", "pain score");

    @Test
    void readsAPlainDecreaseWithItsSignal() {
        EffectDirection found = find("The pain score was significantly lower in the warm milk group than in the placebo"
                        + " group (2.1 vs. 4.6, p < 0.001).")
                .orElseThrow();
        assertThat(found.sign()).isEqualTo(Sign.DECREASE);
        assertThat(found.signal()).isEqualTo("\"lower\", \"p < 0.001\"");
        assertThat(found.confidence()).isGreaterThanOrEqualTo(EffectDirection.SURE_OF_SIGN);
    }

    @Test
    void readsNoDifference() {
        assertThat(find("There was no significant difference in pain score between the groups (p = 0.61)."))
                .hasValueSatisfying(found -> assertThat(found.sign()).isEqualTo(Sign.NO_DIFFERENCE));
    }

    @Test
    void givesNoSignWhereTheTestFailed() {
        assertThat(find("The pain score was lower in the warm milk group than in the placebo group (p = 0.15).")
                        .filter(found -> found.sign() != Sign.NO_DIFFERENCE))
                .isEmpty();
    }

    @Test
    void givesNoSignForWhatBothGroupsDid() {
        assertThat(find("The pain score fell significantly in both groups (p < 0.001).")
                        .filter(found -> found.sign() != Sign.NO_DIFFERENCE))
                .isEmpty();
    }

    @Test
    void neverReadsADecreaseOfTheComparatorAsOneOfTheIntervention() {
        assertThat(find("The pain score was significantly lower in the placebo group than in the warm milk group"
                                + " (p < 0.001).")
                        .filter(found -> found.sign() == Sign.DECREASE))
                .isEmpty();
    }

    @Test
    void givesNothingForASentenceWithoutOutcome() {
        assertThat(find("Ethical approval was obtained.")).isEmpty();
    }

    private static Optional<EffectDirection> find(String sentence) {
        return EffectDirection.find(sentence, MILK);
    }
}
