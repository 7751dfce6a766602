package org.plumbline.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnglishWordsTest {

    private static final int TEXTS = 2_000;

    static Stream<Arguments> same() throws IOException {
        return pairs("same-words.tsv");
    }

    static Stream<Arguments> different() throws IOException {
        return pairs("different-words.tsv");
    }

    @ParameterizedTest
    @MethodSource("same")
    void findsTheOtherWriting(String searched, String text) {
        Set<String> shared = new HashSet<>(words(searched));
        shared.retainAll(words(text));
        assertThat(shared)
                .as("%s and %s have a word in common", words(searched), words(text))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("different")
    void keepsApart(String searched, String text) {
        assertThat(words(searched)).isNotEmpty().doesNotContainAnyElementsOf(words(text));
    }

    @Test
    void leavesHolesWhereStopWordsStood() {
        List<EnglishWords.Word> words = EnglishWords.of("The risk of stroke");
        assertThat(words).extracting(EnglishWords.Word::position).containsExactly(1, 3);
        assertThat(words).extracting(EnglishWords.Word::start).containsExactly(4, 12);
    }

    @Test
    void compoundStandsAtItsFirstPartsPositionOverAllOfIt() {
        assertThat(EnglishWords.of("low IL-6 levels"))
                .containsExactly(
                        new EnglishWords.Word("low", 0, 0, 3),
                        new EnglishWords.Word("il", 1, 4, 6),
                        new EnglishWords.Word("il6", 1, 4, 8),
                        new EnglishWords.Word("6", 2, 7, 8),
                        new EnglishWords.Word("level", 3, 9, 15));
    }

    @Test
    void keepsTheLetterThatMakesAName() {
        assertThat(words("vitamin A, Hepatitis A and group-A"))
                .containsExactly("vitamin", "a", "hepatitis", "a", "group", "a");
        assertThat(words("A vitamin. A group a day, hepatitis, A"))
                .containsExactly("vitamin", "group", "dai", "hepatitis");
    }

    @Test
    void joinsTheLongestRunOfPartsThatIsWrittenAsOne() {
        assertThat(words("IL-6-induced TNF-α-induced SARS-CoV-2-specific"))
                .containsExactly(
                        "il",
                        "il6",
                        "6",
                        "induc",
                        "tnf",
                        "tnfalpha",
                        "alpha",
                        "induc",
                        "sars",
                        "sarscov2",
                        "cov",
                        "2",
                        "specif");
        assertThat(words("anti-PD-1")).containsExactly("anti", "antipd1", "pd", "pd1", "1");
    }

    @Test
    void keepsPairsOfWordsInFullInParts() {
        assertThat(words("low-income T-cell 10-mg 12-week"))
                .containsExactly("low", "incom", "t", "cell", "10", "mg", "12", "week");
    }

    /// Whatever stands in a text, words come in order, lie within it, and their places do not cross but in
    /// compounds.
    @Test
    void placesAreInOrderAndWithinTheText() {
        long seed = System.nanoTime();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "IL", "-", "6", ".", ",", " ", "β", "µ", "mg", "'", "s", "é", "\u0301", "the", "𝛼", "10", "^", "·",
                "\u00ad", "‐", "post", "\n", "中", "(", "i.v.", "A");
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(30); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            int position = -1;
            int start = 0;
            for (EnglishWords.Word word : EnglishWords.of(text.toString())) {
                assertThat(word.position()).as(text.toString()).isGreaterThanOrEqualTo(Math.max(position, 0));
                assertThat(word.start()).as(text.toString()).isGreaterThanOrEqualTo(start);
                assertThat(word.end()).as(text.toString()).isBetween(word.start() + 1, text.length());
                position = word.position();
                start = word.start();
            }
        }
    }

    private static List<String> words(String text) {
        return EnglishWords.of(text).stream().map(EnglishWords.Word::word).toList();
    }

    private static Stream<Arguments> pairs(String resource) throws IOException {
        try (InputStream in = EnglishWordsTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no test resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(pair -> Arguments.of(pair[0], pair[1]));
        }
    }
}
