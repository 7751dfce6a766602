package org.plumbline.citations.design;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/// Where the words of a text begin, and how. A word begins where `\b` says that it does: with an ASCII letter or digit
/// that none, and no low line, stands before.
final class WordBeginnings {

    /// Nothing, 26 letters, 10 digits.
    private static final int KINDS = 37;

    private static final int ALL = KINDS * KINDS * KINDS;

    private int[] starts = new int[64];
    private int[] ways = new int[64];
    private int count;

    private WordBeginnings() {}

    static WordBeginnings of(String words) {
        WordBeginnings found = new WordBeginnings();
        boolean inside = false;
        for (int i = 0; i < words.length(); i++) {
            boolean ofWord = kind(words, i) > 0 || words.charAt(i) == '_';
            if (ofWord && !inside) {
                found.add(words, i);
            }
            inside = ofWord;
        }
        return found;
    }

    /// How many words there are.
    int count() {
        return count;
    }

    /// Where a word begins.
    int start(int word) {
        return starts[word];
    }

    /// Whether a word begins in one of these ways.
    ///
    /// @param among of [#ways]
    boolean is(int word, BitSet among) {
        return among.get(ways[word]);
    }

    /// Beginnings as [WordStarts] says them, for [#is].
    static BitSet ways(Set<String> starts) {
        BitSet ways = new BitSet(ALL);
        for (String start : starts) {
            int free = 1;
            for (int i = start.length(); i < WordStarts.LENGTH; i++) {
                free *= KINDS;
            }
            int way = way(start, 0);
            ways.set(way, way + free);
        }
        return ways;
    }

    private void add(String words, int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ways = Arrays.copyOf(ways, 2 * count);
        }
        starts[count] = start;
        ways[count] = way(words, start);
        count++;
    }

    private static int way(String words, int start) {
        return (kind(words, start) * KINDS + kind(words, start + 1)) * KINDS + kind(words, start + 2);
    }

    private static int kind(String words, int at) {
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
