package org.plumbline.citations.design;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Finds "cells" in a text, each with the word before it where one stands there: `HeLa cells`. As the regular
/// expression
/// `\b(?:[A-Z0-9]{1,40}+ )?cells\b` in any case would, which has to be tried at every word.
final class CellNames {

    private static final String CELLS = "cells";
    private static final int LONGEST = 40;
    private static final BitSet WAYS = WordBeginnings.ways(Set.of(CELLS.substring(0, WordStarts.LENGTH)));

    private CellNames() {}

    /// In lower case, each once.
    static Set<String> in(ScannedText text) {
        Set<String> found = new TreeSet<>();
        int end = 0;
        for (int word = 0; word < text.beginnings().count(); word++) {
            int start = text.beginnings().start(word);
            int cells = cells(text, word);
            if (start >= end && cells >= 0) {
                end = cells + CELLS.length();
                found.add(text.words().substring(start, end).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /// Where "cells" begins that a word stands before, or is itself; -1 where neither.
    private static int cells(ScannedText text, int word) {
        int start = text.beginnings().start(word);
        if (isCells(text, word + 1)) {
            int next = text.beginnings().start(word + 1);
            if (isName(text.words(), start, next)) {
                return next;
            }
        }
        return isCells(text, word) ? start : -1;
    }

    private static boolean isCells(ScannedText text, int word) {
        WordBeginnings beginnings = text.beginnings();
        if (word >= beginnings.count() || !beginnings.is(word, WAYS)) {
            return false;
        }
        int start = beginnings.start(word);
        int end = start + CELLS.length();
        return text.words().regionMatches(true, start, CELLS, 0, CELLS.length())
                && (end == text.words().length() || isEnd(text.words().charAt(end)));
    }

    private static boolean isEnd(char letter) {
        return !WordStarts.isOfWord(letter) && letter != '_';
    }

    /// Whether letters and digits alone, and one blank, stand before the other place.
    private static boolean isName(String words, int start, int other) {
        int length = other - 1 - start;
        if (length < 1 || length > LONGEST || words.charAt(other - 1) != ' ') {
            return false;
        }
        for (int i = start; i < other - 1; i++) {
            if (!WordStarts.isOfWord(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
