package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A line of a megabyte is read in seconds; where every stop or bracket looks at the whole line it takes hours.
class LongLineTest {

    private static final int LENGTH = 1_000_000;
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e.g. a ", "vs. 1 ", "(a. ", "b. c ", "1. 1 ", "0. 5 ", "A. B ", ". ", "(", ") ", "[", "…) ", ".\" ",
                ".a ", " "
            })
    void sentencesOfALongLine(String piece) {
        String line = piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(
                GENEROUS, () -> assertThat(Sentences.in(line, List.of())).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(a", "a (AB) ", "a (b c) ", "(AB, ", "(AB) ", "a(", " "})
    void shortFormsOfALongLine(String piece) {
        String line = piece.repeat(LENGTH / piece.length()) + ")";
        assertTimeoutPreemptively(
                GENEROUS, () -> assertThat(ShortForms.in(line)).isNotNull());
    }
}
