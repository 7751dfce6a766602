package org.plumbline.index.vector;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts text into words as BERT's uncased models do (Devlin et al., 2019, `BasicTokenizer`): control characters go,
/// accents go, letters become lower case, each punctuation mark and each Chinese character is a word of its own.
final class BertWords {

    /// More is not read: an embedded text has at most 510 word pieces, and a word of more than 100 characters is one.
    static final int MOST_CHARACTERS = 1 << 16;

    private static final int REPLACEMENT = 0xFFFD;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private BertWords() {}

    static List<String> of(String text) {
        BertWords cut = new BertWords();
        Normalizer.normalize(cleaned(text), Normalizer.Form.NFD).codePoints().forEach(cut::add);
        cut.endWord();
        return cut.words;
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS) + 16);
        text.codePoints().limit(MOST_CHARACTERS).forEach(character -> {
            if (isSpace(character)) {
                cleaned.append(' ');
            } else if (isChinese(character)) {
                cleaned.append(' ').appendCodePoint(character).append(' ');
            } else if (!isDropped(character)) {
                cleaned.appendCodePoint(character);
            }
        });
        return cleaned.toString();
    }

    private void add(int character) {
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return;
        }
        if (isSpace(character)) {
            endWord();
        } else if (isPunctuation(character)) {
            endWord();
            words.add(Character.toString(character));
        } else {
            word.appendCodePoint(Character.toLowerCase(character));
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }

    private static boolean isDropped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> character == REPLACEMENT;
        };
    }

    private static boolean isPunctuation(int character) {
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            // The signs of ASCII such as $ + < ` are punctuation here, too.
            default -> character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
        };
    }

    /// The blocks that the reference names, its gap included: ideographs, not kana or hangul.
    private static boolean isChinese(int character) {
        return within(character, 0x4E00, 0x9FFF)
                || within(character, 0x3400, 0x4DBF)
                || within(character, 0xF900, 0xFAFF)
                || within(character, 0x20000, 0x2A6DF)
                || within(character, 0x2A700, 0x2B81F)
                || within(character, 0x2B920, 0x2CEAF)
                || within(character, 0x2F800, 0x2FA1F);
    }

    private static boolean within(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
