package org.plumbline.citations.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

class WordStartsTest {

    @Test
    void readsHowMatchesBegin() {
        assertThat(WordStarts.of("\\b(?:mice|rats?|pigs?)\\b(?! milk)"))
                .hasValueSatisfying(starts -> assertThat(starts).containsExactlyInAnyOrder("mic", "rat", "pig"));
        assertThat(WordStarts.of("\\bcats?|\\b(?:he|she) said"))
                .hasValueSatisfying(starts -> assertThat(starts).containsExactlyInAnyOrder("cat", "he", "she"));
        assertThat(WordStarts.of("\\b(?=\\w)(?:an? |the )?ox"))
                .hasValueSatisfying(starts -> assertThat(starts).containsExactlyInAnyOrder("a", "an", "the", "ox"));
        assertThat(WordStarts.of("(?:\\bdouble,? )?\\brandom"))
                .hasValueSatisfying(starts -> assertThat(starts).containsExactlyInAnyOrder("dou", "ran"));
        assertThat(WordStarts.of("\\bwom[ae]n|\\bR[OA]D|\\bx+y|\\b\\d?z"))
                .hasValueSatisfying(starts -> assertThat(starts)
                        .contains("wom", "rod", "rad", "x", "z", "0z", "9z")
                        .doesNotContain("xy"));
    }

    @Test
    void knowsNothingOfWhatMayBeginAnywhere() {
        for (String regex : List.of(
                "mice|\\brats",
                "\\b(?:mice|\\w+ cells)",
                "\\b[^a-z]+",
                "[:] *rat",
                "^rat",
                "\\b(?: of)?rat",
                "(?:\\bx )?rat",
                "\\b.at",
                "\\bµg")) {
            assertThat(WordStarts.of(regex)).as(regex).isEmpty();
        }
    }

    @Test
    void findsWhatThePatternFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces =
                List.of("rat", "rats", "Mice", "mouse", " ", "-", "_", "pig", "1", "é", ".", "milk", "\n", "RAT");
        CuePattern pattern = CuePattern.of("\\b(?:rats?|mice(?! milk)|pig-?rat|1[a-z]+|(?:mouse )?milk)\\b");
        assertThat(pattern.knowsStarts()).isTrue();
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            List<String> plain =
                    pattern.matcher(text).results().map(WordStartsTest::said).toList();
            assertThat(pattern.matches(ScannedText.of(text.toString()), 100).stream()
                            .map(WordStartsTest::said))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(plain);
            found += plain.size();
        }
        assertThat(found).isGreaterThan(10_000);
    }

    private static String said(MatchResult match) {
        return match.start() + " " + match.group();
    }
}
