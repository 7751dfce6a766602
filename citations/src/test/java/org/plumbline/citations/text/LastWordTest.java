package org.plumbline.citations.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LastWordTest {

    private static final Pattern SAME = Pattern.compile("[\\p{L}\\p{N}]+(?:[.'’-][\\p{L}\\p{N}]+)*$");
    private static final List<String> PIECES =
            List.of("a", "Z", "é", "7", "½", "Ⅳ", "β", ".", "'", "’", "-", " ", "(", "𝛼", "e\u0301", "_");

    @Test
    void isWhatARegularExpressionOfItFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k > 0; k--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Matcher matcher = SAME.matcher(text);
            assertThat(LastWord.of(text.toString(), 0, text.length()))
                    .as("seed %d: \"%s\"", seed, text)
                    .isEqualTo(matcher.find() ? matcher.group() : "");
        }
    }

    @Test
    void looksNoFurtherBackThanItMay() {
        assertThat(LastWord.of("see Fig.2", 5, 9)).isEqualTo("ig.2");
        assertThat(LastWord.of("see Fig.2", 7, 9)).isEqualTo("2");
        assertThat(LastWord.of("see Fig.2", 0, 8)).isEmpty();
    }
}
