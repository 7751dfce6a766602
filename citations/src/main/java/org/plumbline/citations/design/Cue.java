package org.plumbline.citations.design;

import java.util.Optional;

/// A rule: words that give a kind of study away. Its patterns read a text in steps that grow no faster than the
/// text: what repeats is bounded, and a word, once read, is not read again (`++`).
///
/// @param unless where this matches too (the title, or the sentence), the words speak of something else
record Cue(DesignLevel.Kind kind, CuePattern words, CuePattern unless) {

    static final String RANDOMISED = "random(?:i[sz]|[ai]{1,3}[sz])ed";

    /// Not randomised, and said so.
    static final String NOT_RANDOMISED =
            "\\b(?:not|never|nor|rather than|instead of) (?:(?:an?|be|been|being|yet|truly|fully|strictly|properly|formally) ){0,2}"
                    + "(?:" + RANDOMISED + "|randomly)\\b";

    /// Not the end of "non-randomised".
    static final String NO_NON = "(?<!\\bnon[- ]{0,2})";

    static Cue of(DesignLevel.Kind kind, String words) {
        return of(kind, words, "(?!)");
    }

    static Cue of(DesignLevel.Kind kind, String words, String unless) {
        return new Cue(kind, CuePattern.of(words), CuePattern.of(unless));
    }

    /// One of these.
    static String any(String... alternatives) {
        return String.join("|", alternatives);
    }

    /// @param place where the words stand, as a signal says it: "title", "abstract"
    Optional<DesignLevel> find(String place, ScannedText where) {
        return words.find(where)
                .filter(_ -> unless.find(where).isEmpty())
                .map(match ->
                        new DesignLevel(kind, place + ": \"" + match.group().strip() + "\""));
    }
}
