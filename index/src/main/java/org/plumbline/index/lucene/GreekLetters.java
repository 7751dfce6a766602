package org.plumbline.index.lucene;

import java.util.List;

/// The names of Greek letters, as they are typed.
final class GreekLetters {

    private static final char FIRST = 'α';
    private static final char MICRO = '\u00b5';
    private static final List<String> NAMES = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");

    private GreekLetters() {}

    /// A word in small letters with its Greek letters by name: `β2` is `beta2`. `µg` is typed `ug`, but `µ` alone
    /// is `mu`.
    static String named(String word) {
        return hasAny(word) ? spelled(word) : word;
    }

    private static boolean hasAny(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isGreek(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGreek(char letter) {
        return letter == MICRO || (letter >= FIRST && letter < FIRST + NAMES.size());
    }

    private static String spelled(String word) {
        StringBuilder named = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i) == MICRO ? 'μ' : word.charAt(i);
            if (isGreek(letter)) {
                named.append(letter == 'μ' && word.length() > 1 ? "u" : NAMES.get(letter - FIRST));
            } else {
                named.append(letter);
            }
        }
        return named.toString();
    }
}
