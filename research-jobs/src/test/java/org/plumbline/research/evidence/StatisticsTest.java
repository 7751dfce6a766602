package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.citations.text.Span;

class StatisticsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RR 0.74 (95% CI 0.61 to 0.90)|95% CI 0.61 to 0.90",
                "OR 1.2 [95% CI, 0.61–1.90]|95% CI, 0.61–1.90",
                "a mean of 1 (95 % confidence interval: −2.1; −0.3)|95 % confidence interval: −2.1; −0.3",
                "HR 0.8 (CI95% 0.6-0.9)|CI95% 0.6-0.9",
                "HR 0.8; 95% CI = 0.6, 0.9|95% CI = 0.6, 0.9",
                "difference 4 points (95% CI 1.2 to 6.8 points)|95% CI 1.2 to 6.8",
                "fell by 3 (95% confidence interval [CI] 1 to 5)|95% confidence interval [CI] 1 to 5"
            })
    void findsIntervals(String sentence, String interval) {
        assertThat(words(sentence, Statistics.in(sentence).intervals())).containsExactly(interval);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P = .002", "p<0.001", "p-value of 0.03", "P≤0.05", "p = 0.04", "P for trend = 0.02", "p > .2"})
    void findsPValues(String written) {
        String sentence = "Pain fell (" + written + ") in the milk group.";
        assertThat(words(sentence, Statistics.in(sentence).pValues())).containsExactly(written);
    }

    @Test
    void findsPValuesWithThinSpaces() {
        String sentence = "Pain fell (P\u2009<\u20090.01).";
        assertThat(words(sentence, Statistics.in(sentence).pValues())).containsExactly("P\u2009<\u20090.01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RR 0.74",
                "odds ratio 1.35",
                "hazard ratio (HR) 0.8",
                "adjusted OR = 2.1",
                "MD −1.5",
                "mean difference of 3.2"
            })
    void findsEffects(String written) {
        String sentence = "The risk changed (" + written + ", p = 0.01).";
        assertThat(words(sentence, Statistics.in(sentence).effects())).containsExactly(written);
    }

    @Test
    void tellsPercentagesFromLevelsOfConfidence() {
        String sentence = "Of 206 patients 23.3% (48/206) died (95% CI 17.7% to 29.7%), age 61.2 ± 9.4, n = 206.";
        Statistics statistics = Statistics.in(sentence);
        assertThat(words(sentence, statistics.percentages())).containsExactly("23.3%");
        assertThat(words(sentence, statistics.counts())).containsExactly("48/206");
        assertThat(words(sentence, statistics.means())).containsExactly("61.2 ± 9.4");
        assertThat(words(sentence, statistics.sampleSizes())).containsExactly("206 patients", "n = 206");
    }

    @Test
    void plainWordsHaveNoFigures() {
        assertThat(Statistics.in("Nothing was counted.").isTest()).isFalse();
    }

    private static List<String> words(String sentence, List<Span> spans) {
        return spans.stream().map(span -> span.of(sentence)).toList();
    }
}
