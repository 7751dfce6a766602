package org.plumbline.index.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plumbline.citations.Json;

/// Turns words into the numbers that the model reads: each word is split greedily into the longest pieces that the
/// vocabulary knows (WordPiece; Devlin et al., 2019). Any thread may call it.
///
/// Names of special pieces in the text, such as `[SEP]`, are words like others here.
final class WordPieces {

    /// The most that the model reads, the two marks around a text included.
    static final int MOST_PIECES = 512;

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.start = number("[CLS]");
        this.end = number("[SEP]");
        this.unknown = number("[UNK]");
    }

    /// Reads the vocabulary from a `tokenizer.json`.
    static WordPieces read(InputStream tokenizer) throws IOException {
        JsonNode vocabulary = Json.LINE.readTree(tokenizer).path("model").path("vocab");
        Map<String, Integer> numbers = HashMap.newHashMap(vocabulary.size());
        vocabulary
                .properties()
                .forEach(piece -> numbers.put(piece.getKey(), piece.getValue().asInt()));
        return new WordPieces(numbers);
    }

    private int number(String piece) {
        return Objects.requireNonNull(vocabulary.get(piece), () -> "the vocabulary lacks " + piece);
    }

    /// The numbers of a text between those of `[CLS]` and `[SEP]`, at most [#MOST_PIECES]; what is longer is cut off.
    long[] of(String text) {
        long[] pieces = new long[MOST_PIECES];
        pieces[0] = start;
        int count = 1;
        for (String word : BertWords.of(text)) {
            if (count >= MOST_PIECES - 1) {
                break;
            }
            count = add(word, pieces, count);
        }
        count = Math.min(count, MOST_PIECES - 1);
        pieces[count] = end;
        return Arrays.copyOf(pieces, count + 1);
    }

    /// The word that each piece between the two marks is of.
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        long[] into = new long[MOST_PIECES];
        int count = 1;
        for (String word : BertWords.of(text)) {
            if (count >= MOST_PIECES - 1) {
                break;
            }
            int next = Math.min(add(word, into, count), MOST_PIECES - 1);
            words.addAll(Collections.nCopies(next - count, word));
            count = next;
        }
        return words;
    }

    /// Adds a word's pieces from `count` on, as far as there is room, and answers the new count.
    private int add(String word, long[] pieces, int count) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces[count] = unknown;
            return count + 1;
        }
        int next = count;
        int from = 0;
        while (from < word.length()) {
            int until = longest(word, from);
            if (until == from) {
                pieces[count] = unknown;
                return count + 1;
            }
            if (next < pieces.length) {
                pieces[next++] = number(piece(word, from, until));
            }
            from = until;
        }
        return next;
    }

    /// Where the longest known piece that begins here ends; where it begins if there is none.
    private int longest(String word, int from) {
        for (int until = word.length(); until > from; until--) {
            if (vocabulary.containsKey(piece(word, from, until))) {
                return until;
            }
        }
        return from;
    }

    private static String piece(String word, int from, int until) {
        String piece = word.substring(from, until);
        return from == 0 ? piece : CONTINUED + piece;
    }

    /// The pieces of a text, for people.
    List<Long> list(String text) {
        return Arrays.stream(of(text)).boxed().toList();
    }
}
