package org.plumbline.index.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Words as a search strategy compares them: runs of letters and digits (all else stands between words, hyphens and
/// apostrophes too, but no soft hyphen and no joiner), in lower case, without accents, Greek letters by their names.
/// Nothing is stemmed and no word is left out.
public final class UnstemmedWords {

    /// Between two pieces of one field, so that no phrase and no nearness reaches over.
    private static final int GAP = 2_000;

    /// What is longer is cut; nobody looks for it, and an index takes no word of 32 KB.
    private static final int LONGEST = 200;

    private UnstemmedWords() {}

    /// The words of a text in their order.
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int width = Character.charCount(character);
            if (!isOfWord(character)) {
                add(words, text, from, at);
                from = at + width;
            }
            at += width;
        }
        add(words, text, from, text.length());
        return words;
    }

    /// The words of several pieces of one field, as an index takes them.
    static TokenStream stream(List<String> pieces) {
        return new Words(pieces);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || isUnseen(character);
    }

    /// Accents that stand on the letter before, soft hyphens, joiners.
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    private static void add(List<String> words, String text, int from, int until) {
        if (until > from) {
            String word = folded(text.substring(from, until));
            if (!word.isEmpty()) {
                words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
            }
        }
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : plain(lower);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder seen = new StringBuilder(apart.length());
        apart.chars().filter(character -> !isUnseen(character)).forEach(character -> seen.append((char) character));
        String named = GreekLetters.named(seen.toString());
        char[] folded = new char[4 * named.length()];
        int length = ASCIIFoldingFilter.foldToASCII(named.toCharArray(), 0, folded, 0, named.length());
        return new String(folded, 0, length).toLowerCase(Locale.ROOT);
    }

    /// Words one after the other, a gap between pieces. They are cut when they are asked for.
    private static final class Words extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final List<String> pieces;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> begins = new ArrayList<>();
        private int next;
        private int piece;

        Words(List<String> pieces) {
            this.pieces = List.copyOf(pieces);
        }

        @Override
        public void reset() {
            next = 0;
            piece = 0;
            words.clear();
            begins.clear();
            for (String text : pieces) {
                begins.add(words.size());
                words.addAll(of(text));
            }
        }

        @Override
        public boolean incrementToken() {
            if (next == words.size()) {
                return false;
            }
            clearAttributes();
            int steps = 1;
            while (piece < begins.size() && begins.get(piece) <= next) {
                steps += piece == 0 ? 0 : GAP;
                piece++;
            }
            term.append(words.get(next));
            step.setPositionIncrement(steps);
            next++;
            return true;
        }
    }
}
