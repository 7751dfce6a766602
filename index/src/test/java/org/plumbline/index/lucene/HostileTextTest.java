package org.plumbline.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that repeats what words are cut at: it is cut in a time that grows with its length, not with its square.
class HostileTextTest {

    private static final int LENGTH = 400_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "a-",
                "IL-6-",
                "anti-",
                "α",
                "aα",
                "β-",
                "a.",
                "1,",
                "1.",
                ".",
                "1^",
                "'",
                "a'",
                "\u0301",
                "\u00ad",
                "\u200d",
                "a\u00ad",
                "µ",
                "µg",
                "5-HT3-",
                "TNF-α-induced-",
                "𝛼"
            })
    @Timeout(10)
    void isCutInTimeThatItsLengthAllows(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        assertThat(EnglishWords.of(text)).hasSizeLessThanOrEqualTo(2 * LENGTH);
        assertThat(UnstemmedWords.of(text)).hasSizeLessThanOrEqualTo(LENGTH);
    }
}
