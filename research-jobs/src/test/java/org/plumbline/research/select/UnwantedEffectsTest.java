package org.plumbline.research.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwantedEffectsTest {

    private static final String ASKED = "adults with gout flares of gout";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Symptomatic hypotension was more frequent with zelotrine than with placebo.",
                "Major haemorrhage occurred in 4 of 100 patients with zelotrine and 2 of 99 with placebo.",
                "Hyperkalaemia was reported in 11% and 8%, respectively.",
                "Falls did not differ between the groups.",
                "Seven patients stopped treatment because of adverse events."
            })
    void knowsAnUnwantedEffect(String sentence) {
        assertThat(OutcomeGroups.isHarm(sentence, ASKED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Flares of gout were less frequent with zelotrine.",
                "The cough score fell by 2 points.",
                "The more frequent symptoms included fatigue (97%), dry mouth (72%) and insomnia (71%).",
                "Six pharmacies withdrew before the study began.",
                "Walking distance was similar in both groups."
            })
    void takesNoOtherResultForOne(String sentence) {
        assertThat(OutcomeGroups.isHarm(sentence, ASKED)).isFalse();
    }

    @Test
    void takesWhatIsTreatedForNoHarm() {
        String sentence = "Vomiting was less frequent with zelotrine than with placebo.";
        assertThat(OutcomeGroups.isHarm(sentence, "children with gastroenteritis vomiting"))
                .isFalse();
        assertThat(OutcomeGroups.isHarm(sentence, ASKED)).isTrue();
    }

    @Test
    void countsANamedEffectAsHarmOnlyWhereHarmsWereAsked() {
        assertThat(OutcomeGroups.isHarm("Vomiting", List.of("Adverse events", "Vomiting")))
                .isTrue();
        assertThat(OutcomeGroups.isHarm("Falls", List.of("Falls", "Fractures"))).isFalse();
    }
}
