package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text costs about twice the steps, whatever stands in it. Steps are counted, not timed.
class HostileTextTest {

    private static final List<String> FILLERS = List.of(
            "-", ",", " ", "1", "a", "/", "a-", "a ", " -", ", ", "1,", "1-", "a, ", ". ", "\t", "(", "no ", "will ",
            "a - ");
    private static final List<String> BEGINNINGS =
            List.of("randomised", "non-randomised", "p", "p value", "mean age", "40 patients", "1,000", "");
    private static final int LENGTH = 2_000;
    private static final int STEPS_PER_LETTER = 5_000;

    /// A text that counts how often a letter of it is looked at, and refuses at last.
    private static final class Counted implements CharSequence {

        private final String words;
        private long steps;

        Counted(String words) {
            this.words = words;
        }

        @Override
        public char charAt(int index) {
            if (++steps > (long) STEPS_PER_LETTER * words.length()) {
                throw new IllegalStateException("too many steps");
            }
            return words.charAt(index);
        }

        @Override
        public int length() {
            return words.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return words.substring(start, end);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Test
    void twiceTheTextTakesAboutTwiceTheSteps() {
        List<Pattern> patterns = DesignPatterns.all();
        assertThat(patterns).hasSizeGreaterThan(50);
        for (Pattern pattern : patterns) {
            List<String> words = words(pattern);
            for (String filler : FILLERS) {
                assertThat(steps(pattern, tails(words, filler, 2 * LENGTH)))
                        .as("each word with a tail of \"%s\", %s", filler, pattern)
                        .isLessThan(3 * steps(pattern, tails(words, filler, LENGTH)) + LENGTH);
                assertThat(steps(pattern, chain(words, filler, 2 * LENGTH)))
                        .as("words chained by \"%s\", %s", filler, pattern)
                        .isLessThan(3 * steps(pattern, chain(words, filler, LENGTH)) + LENGTH);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ",", " ", "1", "/", "- ", "1,"})
    void sixtySignsBehindACueAreNoBurden(String sign) {
        for (Pattern pattern : DesignPatterns.all()) {
            for (String word : words(pattern)) {
                String text = word + sign.repeat(60);
                assertThat(steps(pattern, text)).as("%s in %s", pattern, text).isLessThan(200L * text.length());
            }
        }
    }

    /// A megabyte of signs in a title or abstract once held a build for ever; a minute is far more than it needs.
    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000})
    void longLinesAreReadToTheirEnd(int length) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (String filler : List.of("-", " ", "1,", ". ", "a. (")) {
                String text =
                        chain(List.of("randomised", "noninferiority of", "in vivo", "mean age"), filler, length / 2)
                                + tails(List.of("non-randomised", "retrospective", "40"), filler, length / 2);
                TitleAndAbstract article = new TitleAndAbstract(text, text);
                Subjects subjects = Subjects.of(List.of(), article);
                Ages.of(List.of(), subjects, article);
                assertThat(DesignClassifier.classify(List.of(), List.of(), List.of(), article)
                                .signal())
                        .isNotEmpty();
            }
        });
    }

    private static long steps(Pattern pattern, String text) {
        Counted counted = new Counted(text);
        try {
            assertThat(pattern.matcher(counted).results().count()).isNotNegative();
        } catch (IllegalStateException e) {
            throw new AssertionError(pattern + " in " + text.substring(0, Math.min(100, text.length())), e);
        }
        return counted.steps;
    }

    private static String tails(List<String> words, String filler, int length) {
        StringBuilder text = new StringBuilder();
        int each = Math.max(1, length / words.size() / filler.length());
        words.forEach(word -> text.append(word).append(filler.repeat(each)).append('\n'));
        return text.toString();
    }

    private static String chain(List<String> words, String filler, int length) {
        String all = String.join(filler, words) + filler;
        return all.repeat(1 + length / all.length());
    }

    /// The runs of letters in a regular expression, and beginnings that it may need.
    private static List<String> words(Pattern pattern) {
        return Stream.concat(
                        BEGINNINGS.stream(),
                        Pattern.compile("(?<![\\\\a-z])[a-z]{3,}")
                                .matcher(pattern.pattern())
                                .results()
                                .map(MatchResult::group))
                .distinct()
                .toList();
    }
}
