package org.plumbline.research.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.Mark;
import org.plumbline.citations.text.Span;

class StandingAloneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This difference was not statistically significant (P = .12).",
                "However, this was not seen in patients over 65 years of age.",
                "It reduced the risk of falls by 12% in the first year.",
                "The difference was significant after adjustment for age (P = .01).",
                "The results of the primary analysis are shown in Table 2.",
                "Table 3 shows the adverse events in both groups of patients.",
                "Smith et al reported a reduction of falls by 12% in women.",
                "Baseline characteristics were similar in both groups of patients.",
                "lower risk of falls in the group with exercise (P = .01).",
                "Falls were reduced by 12% (95% CI 3 to 20 in the exercise group.",
                "A randomised trial was conducted to examine the effect of exercise on falls.",
                "Does exercise reduce falls in older adults in the community?",
                "The groups were similar in age, height, body mass index, pain and depression.",
                "Depression did not differ between the groups of patients at baseline (P = .40).",
                "In the per-protocol population it occurred in 8% and 7% of children.",
                "Inter-rater reliability was good for the diagnosis of gout (kappa 0.86).",
                "122 (90%) participants met criteria for a diagnosis of gout despite treatment.",
                "The rate of falls was slightly higher in non-responders (0.2%) than in responders.",
                "Falls did not differ between those lost to follow-up and the others (P = .40).",
                "Falls fell."
            })
    void refusesWhatDoesNotStandAlone(String sentence) {
        assertThat(StandingAlone.findFault(sentence, span(sentence), List.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Falls occurred in 12% of the exercise group and 20% of the control group (P = .01).",
                "The rate of falls did not differ between exercise and usual care (RR 0.97, 95% CI 0.80 to 1.18).",
                "Median survival was 12.1 months with the drug and 9.8 months with placebo (HR 0.74 [95% CI 0.61–0.90]).",
                "Fewer patients were non-responders with the drug than with placebo (12% vs 30%; P = .01).",
                "However, vomiting was more frequent with the drug than with placebo (12% vs 4%; P = .01)."
            })
    void acceptsWhatStandsAlone(String sentence) {
        assertThat(StandingAlone.findFault(sentence, span(sentence), List.of())).isEmpty();
    }

    @Test
    void refusesWhatOthersToldFirst() {
        String sentence = "Exercise reduced falls by 12% in community-dwelling women.12";
        Mark citation = new Mark(Mark.Kind.CITATION, sentence.length() - 2, sentence.length(), "b12");
        String ended = sentence.substring(0, sentence.length() - 2);
        assertThat(StandingAlone.findFault(ended, span(sentence), List.of(citation)))
                .contains("told by others first");
    }

    private static Span span(String sentence) {
        return new Span(0, sentence.length());
    }
}
