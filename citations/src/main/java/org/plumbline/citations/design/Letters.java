package org.plumbline.citations.design;

/// Which three letters stand one behind another somewhere in a text, in any case: tells fast that a piece of a word is
/// not in it. Letters are told apart by their last five bits, as `a` and `A` are not.
final class Letters {

    private static final int BITS = 5;
    private static final int LETTER = 31;
    private static final int TRIPLES = 1 << 15;

    private final long[] triples = new long[TRIPLES / Long.SIZE];

    private Letters() {}

    static Letters of(String words) {
        Letters letters = new Letters();
        int triple = 0;
        for (int i = 0; i < words.length(); i++) {
            triple = next(triple, words.charAt(i));
            letters.triples[triple >> 6] |= 1L << triple;
        }
        return letters;
    }

    /// A piece of three letters or more, of ASCII, for [#mayHold].
    static int[] piece(String letters) {
        if (letters.length() < 3) {
            throw new IllegalArgumentException("fewer than three letters: " + letters);
        }
        int[] triples = new int[letters.length() - 2];
        int triple = 0;
        for (int i = 0; i < letters.length(); i++) {
            triple = next(triple, letters.charAt(i));
            if (i >= 2) {
                triples[i - 2] = triple;
            }
        }
        return triples;
    }

    /// Whether a text may hold a piece: false only if it does not.
    boolean mayHold(int[] piece) {
        for (int triple : piece) {
            if ((triples[triple >> 6] & (1L << triple)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static int next(int triple, char letter) {
        return ((triple << BITS) | (letter & LETTER)) & (TRIPLES - 1);
    }
}
