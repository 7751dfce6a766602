package org.plumbline.citations.design;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text, how each of its words begins and which letters are in it: found once, when first asked, for many patterns. A
/// word begins where
/// `\b` says that it does: with an ASCII letter or digit that none, and no low line, stands before. For one thread at a
/// time.
final class ScannedText {

    /// Nothing, 26 letters, 10 digits.
    private static final int KINDS = 37;

    private static final int BEGINNINGS = KINDS * KINDS * KINDS;

    private static final int NOT_SCANNED = -1;

    private final String words;
    private @Nullable Letters letters;
    private int[] starts = {};
    private int[] beginnings = {};
    private int count = NOT_SCANNED;

    private ScannedText(String words) {
        this.words = words;
    }

    private void scan() {
        starts = new int[64];
        beginnings = new int[64];
        count = 0;
        boolean inside = false;
        for (int i = 0; i < words.length(); i++) {
            boolean ofWord = kind(i) > 0 || words.charAt(i) == '_';
            if (ofWord && !inside) {
                add(i);
            }
            inside = ofWord;
        }
    }

    static ScannedText of(String words) {
        return new ScannedText(words);
    }

    String words() {
        return words;
    }

    Letters letters() {
        Letters found = letters;
        if (found == null) {
            found = Letters.of(words);
            letters = found;
        }
        return found;
    }

    /// How many words it has. To be asked before any word.
    int count() {
        if (count == NOT_SCANNED) {
            scan();
        }
        return count;
    }

    /// Where a word begins.
    int start(int word) {
        return starts[word];
    }

    /// Whether a word begins in one of these ways.
    boolean begins(int word, BitSet ways) {
        return ways.get(beginnings[word]);
    }

    /// Beginnings as [WordStarts] says them, for [#begins].
    static BitSet ways(Set<String> starts) {
        BitSet ways = new BitSet(BEGINNINGS);
        for (String start : starts) {
            int free = 1;
            int code = 0;
            for (int i = 0; i < WordStarts.LENGTH; i++) {
                code = code * KINDS + (i < start.length() ? kind(start.charAt(i)) : 0);
                free *= i < start.length() ? 1 : KINDS;
            }
            ways.set(code, code + free);
        }
        return ways;
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            beginnings = Arrays.copyOf(beginnings, 2 * count);
        }
        starts[count] = start;
        beginnings[count] = (kind(start) * KINDS + kind(start + 1)) * KINDS + kind(start + 2);
        count++;
    }

    private int kind(int at) {
        return at < words.length() ? kind(words.charAt(at)) : 0;
    }

    private static int kind(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return 1 + letter - 'a';
        }
        if (letter >= 'A' && letter <= 'Z') {
            return 1 + letter - 'A';
        }
        return letter >= '0' && letter <= '9' ? 27 + letter - '0' : 0;
    }
}
