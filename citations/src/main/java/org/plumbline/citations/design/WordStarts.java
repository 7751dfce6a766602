package org.plumbline.citations.design;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads from a regular expression how the words begin at which it can match: `\b(?:mice|rats?)\b` matches where a
/// word begins with `mic` or `rat`, and nowhere else. [RegexReader] says which syntax it knows.
final class WordStarts {

    /// How many characters of a word are looked at.
    static final int LENGTH = 3;

    private static final int MOST = 2_000;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String BOUNDARY = "\\b";

    private final RegexReader regex;

    private WordStarts(RegexReader regex) {
        this.regex = regex;
    }

    /// Beginnings in lower case, of [#LENGTH] characters or fewer; empty where a match may begin elsewhere than at
    /// a word, or with any letter.
    static Optional<Set<String>> of(String regex) {
        Beginnings all = new WordStarts(new RegexReader(regex)).alternatives();
        Set<String> starts = all.ended();
        boolean known = all.atWord() && !starts.contains("") && starts.size() <= MOST;
        return known ? Optional.of(starts) : Optional.empty();
    }

    /// How matches of a piece begin.
    ///
    /// @param open may go on with what follows the piece
    /// @param closed what follows is not known or of no matter
    /// @param atWord whether each begins where a word does
    private record Beginnings(Set<String> open, Set<String> closed, boolean atWord) {

        static final Beginnings NOTHING = new Beginnings(Set.of(""), Set.of(), false);

        Set<String> ended() {
            return union(open, closed);
        }

        /// What follows may be any character.
        Beginnings thenAny() {
            return new Beginnings(Set.of(), ended(), atWord);
        }

        Beginnings then(Beginnings next) {
            Set<String> goesOn = new LinkedHashSet<>();
            Set<String> ends = new LinkedHashSet<>(closed);
            for (String start : open) {
                next.open().forEach(piece -> add(start + piece, goesOn, ends));
                next.closed().forEach(piece -> ends.add(cut(start + piece)));
            }
            return new Beginnings(goesOn, ends, atWord);
        }

        private static void add(String start, Set<String> open, Set<String> closed) {
            (start.length() < LENGTH ? open : closed).add(cut(start));
        }

        private static String cut(String start) {
            return start.length() <= LENGTH ? start : start.substring(0, LENGTH);
        }

        Beginnings or(Beginnings other) {
            return new Beginnings(union(open, other.open()), union(closed, other.closed()), atWord && other.atWord());
        }

        private static Set<String> union(Set<String> some, Set<String> others) {
            Set<String> all = new LinkedHashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    private Beginnings alternatives() {
        Beginnings all = sequence();
        while (regex.takesAlternative()) {
            all = all.or(sequence());
        }
        return all;
    }

    private Beginnings sequence() {
        Beginnings all = Beginnings.NOTHING;
        boolean begun = false;
        boolean atWord = false;
        while (!regex.endsAlternative()) {
            if (regex.takes(BOUNDARY)) {
                atWord |= !begun;
            } else if (regex.looksAround()) {
                // Without what must, or must not, stand around there are only more beginnings.
                var _ = group();
            } else {
                Beginnings piece = piece();
                boolean optional = regex.takesOptional();
                atWord |= !begun && !optional && piece.atWord();
                begun |= !(optional && piece.atWord());
                all = optional ? all.or(all.then(piece)) : all.then(piece);
            }
        }
        return new Beginnings(all.open(), all.closed(), atWord);
    }

    /// One character, class or group, with a quantifier that lets it come again.
    private Beginnings piece() {
        Beginnings piece = switch (regex.here()) {
            case '(' -> group();
            case '[' -> characters();
            case '\\' -> escape();
            default -> character();
        };
        return regex.repeats() ? piece.thenAny() : piece;
    }

    private Beginnings character() {
        char letter = regex.take();
        return isOfWord(letter) ? one(letter) : Beginnings.NOTHING.thenAny();
    }

    /// Letters and digits of ASCII: what a word begins with.
    static boolean isOfWord(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }

    private static Beginnings one(char letter) {
        return new Beginnings(Set.of(String.valueOf(letter).toLowerCase(Locale.ROOT)), Set.of(), false);
    }

    private Beginnings escape() {
        boolean digit = regex.takes("\\d");
        if (!digit) {
            regex.skip();
        }
        return digit ? any(DIGITS) : Beginnings.NOTHING.thenAny();
    }

    private static Beginnings any(String letters) {
        return letters.chars()
                .mapToObj(letter -> one((char) letter))
                .reduce(Beginnings::or)
                .orElse(Beginnings.NOTHING.thenAny());
    }

    /// A class of letters and digits; of any other nothing is known.
    private Beginnings characters() {
        String letters = regex.takeClass()
                .replace("A-Z", LETTERS)
                .replace("a-z", LETTERS)
                .replace("0-9", DIGITS);
        boolean plain = letters.chars().allMatch(letter -> isOfWord((char) letter));
        return plain ? any(letters) : Beginnings.NOTHING.thenAny();
    }

    private Beginnings group() {
        regex.enterGroup();
        Beginnings within = alternatives();
        regex.leaveGroup();
        return within;
    }
}
