package org.plumbline.citations.design;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern in any case, with what every match of it must hold: most texts are told apart by a plain search for
/// these letters, which is many times quicker than the pattern.
///
/// @param needed in lower case, one of them is in every match; empty where nothing is known of it
record CuePattern(Pattern pattern, List<String> needed) {

    CuePattern {
        needed = List.copyOf(needed);
    }

    static CuePattern of(String regex) {
        return new CuePattern(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), NeededLetters.of(regex));
    }

    /// Whether there may be a match in a text.
    ///
    /// @param lowerCase the text, or one that holds it
    boolean mayBeIn(String lowerCase) {
        return needed.isEmpty() || needed.stream().anyMatch(lowerCase::contains);
    }

    Matcher matcher(String words) {
        return pattern.matcher(words);
    }
}
