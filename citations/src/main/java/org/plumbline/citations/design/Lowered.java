package org.plumbline.citations.design;

import java.util.Locale;

/// Words, and the same in lower case.
record Lowered(String words, String lowerCase) {

    static Lowered of(String words) {
        return new Lowered(words, words.toLowerCase(Locale.ROOT));
    }
}
