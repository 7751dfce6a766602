package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\bcohort\\b; cohort",
                "\\b(?:mice|rats?)\\b; mice,rat",
                "(?:an? )?protocol for; protocol for",
                "meta-?analys[ie]s; analys",
                "meta-?\\s?analy(?:sis|ses|tic); analy",
                "(?:\\w+ ){0,2}review\\w*|umbrella; review,umbrella",
                "no needle|\\d+; ''",
                "(?!mice)cows; cows",
                "colou?r; colo",
                "xab+cde; xab",
                "ab|cd; ''",
                "(?:one|two){0,3}three; three",
                "(?:a|b)+rest?; res",
                "[A-Z0-9]+ Cells; ' cells'",
                "[\\]x]tail; tail",
                "p\\s*(?:-?value)?\\s*[<>=]; ''",
            })
    void readsWhatEveryMatchMustHold(String regex, String needed) {
        assertThat(String.join(",", NeededLetters.of(regex))).isEqualTo(needed);
    }
}
