package org.plumbline.index.vector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Compares with the tokenizer that the model's makers name.
class WordPiecesTest {

    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private static WordPieces ours;
    private static HuggingFaceTokenizer theirs;

    @BeforeAll
    static void open() throws IOException {
        // Their library would look for its maker's server and for graphics cards.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        ours = WordPieces.read(tokenizer());
        theirs = HuggingFaceTokenizer.newInstance(tokenizer(), Map.of("padding", "false", "truncation", "false"));
    }

    private static InputStream tokenizer() {
        return Objects.requireNonNull(WordPiecesTest.class.getResourceAsStream(TOKENIZER));
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    @Test
    void agreesOnMedicalEnglish() {
        for (String text : List.of(
                "Aspirin (75–100 mg/d) vs. placebo: HR 0.87 [95 % CI 0.79–0.96], p<0.001.",
                "IL-1β, TNF-α and γ-interferon in Sjögren's syndrome; naïve CD4⁺ T-cells ≥ 500/µL",
                "e.g. N-acetyl-p-aminophenol\u00a0/ 3′-azido-3′-deoxythymidine ± H₂O₂\u200b™",
                "İSTANBUL ΣΑΣ Ǆ ﬁbre Straße Å é e\u0301 한국어 日本語 漢字 עברית العربية हिन्दी",
                "",
                " \t\r\n",
                "a\u0000b\ufffdc\u0085d\u000be")) {
            assertThat(ours.list(text)).as(text).isEqualTo(list(theirs.encode(text)));
        }
    }

    @Test
    void agreesOnRandomText() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);
            assertThat(ours.list(text)).as("seed %d, text %s", seed, text).isEqualTo(list(theirs.encode(text)));
        }
    }

    @Test
    void agreesOnEveryCharacterOfTheirUnicode() {
        Set<String> different = new TreeSet<>();
        for (int from = 0; from < 0x30000; from += 64) {
            List<String> texts = new ArrayList<>();
            for (int character = from; character < from + 64; character++) {
                if (isShared(character)) {
                    texts.add("a" + Character.toString(character) + "b");
                }
            }
            if (!texts.isEmpty()) {
                Encoding[] encodings = theirs.batchEncode(texts);
                for (int i = 0; i < encodings.length; i++) {
                    if (!ours.list(texts.get(i)).equals(list(encodings[i]))) {
                        int character = texts.get(i).codePointAt(1);
                        different.add("%05X %s".formatted(character, Character.getName(character)));
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void cutsOffWhatTheModelDoesNotRead() {
        long[] pieces = ours.of("heart failure ".repeat(400));
        assertThat(pieces).hasSize(WordPieces.MOST_PIECES);
        assertThat(Arrays.copyOf(pieces, 511))
                .isEqualTo(Arrays.copyOf(
                        theirs.encode("heart failure ".repeat(400)).getIds(), 511));
        assertThat(pieces[511]).isEqualTo(102);
    }

    @Test
    void readsOnlyTheBeginningOfTenMegabytes() {
        String word = "pneumonoultramicroscopicsilicovolcanoconiosis";
        assertThat(ours.of((word + " ").repeat(200_000))).hasSize(WordPieces.MOST_PIECES);
        assertThat(ours.of(word.repeat(200_000))).containsExactly(101, 100, 102);
        assertThat(ours.of("\u0301".repeat(10_000_000))).containsExactly(101, 102);
        assertThat(ours.of("\ud800".repeat(10_000_000))).containsExactly(101, 102);
    }

    @Test
    void readsNamesOfSpecialPiecesAsWords() {
        assertThat(ours.list("[SEP]")).hasSizeGreaterThan(3).doesNotContain(100L);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            int character = switch (random.nextInt(6)) {
                case 0 -> ' ';
                case 1, 2, 3 -> 'a' + random.nextInt(26);
                case 4 -> random.nextInt(0x2000);
                default -> random.nextInt(0x10000);
            };
            text.appendCodePoint(isShared(character) ? character : '-');
        }
        return text.toString();
    }

    /// Their tables of marks and punctuation are those of Unicode 8, so that younger ones differ: in some scripts of
    /// Asia, in phonetic and in medieval notation. No character of these ranges does.
    private static boolean isShared(int character) {
        boolean old = character < 0x61C
                || (character >= 0x1E00 && character <= 0x2E42)
                || (character >= 0x2E80 && character < 0xA82C)
                || (character >= 0xAC00 && character < 0x10D00)
                || (character >= 0x1D000 && character < 0x1D800)
                || (character >= 0x1F000 && character < 0x2FA20);
        return old && Character.isDefined(character) && Character.getType(character) != Character.SURROGATE;
    }

    private static List<Long> list(Encoding encoding) {
        return Arrays.stream(encoding.getIds()).boxed().toList();
    }
}
