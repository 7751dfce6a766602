package org.plumbline.citations.design;

import java.util.List;

/// Goes through a regular expression from left to right. Knows the syntax that cues are written in: letters, escapes,
/// classes, groups, groups with flags, look-arounds, quantifiers, alternatives.
final class RegexReader {

    private static final List<String> LOOKING_AROUND = List.of("(?=", "(?!", "(?<=", "(?<!");

    private final String regex;
    private int at;

    RegexReader(String regex) {
        this.regex = regex;
    }

    /// Whether an alternative ends here: at `|`, at a group's end or the expression's.
    boolean endsAlternative() {
        return at >= regex.length() || regex.charAt(at) == '|' || regex.charAt(at) == ')';
    }

    /// Passes over `|` if it stands here.
    boolean takesAlternative() {
        return takes("|");
    }

    /// Passes over these characters if they stand here.
    boolean takes(String characters) {
        boolean here = regex.startsWith(characters, at);
        at += here ? characters.length() : 0;
        return here;
    }

    /// The character that stands here.
    char here() {
        return regex.charAt(at);
    }

    /// The character that stands here, which is passed over.
    char take() {
        return regex.charAt(at++);
    }

    /// Whether a group begins here that says what must, or must not, stand around.
    boolean looksAround() {
        return LOOKING_AROUND.stream().anyMatch(head -> regex.startsWith(head, at));
    }

    /// Passes over the head of a group: `(`, `(?:`, `(?-i:`, `(?<!` …
    void enterGroup() {
        boolean plain = !regex.startsWith("(?", at);
        at++;
        while (!plain && ":=!".indexOf(regex.charAt(at)) < 0) {
            at++;
        }
        at += plain ? 0 : 1;
    }

    /// Passes over the end of a group.
    void leaveGroup() {
        at++;
    }

    /// Passes over a class, an escape or a character.
    void skip() {
        switch (here()) {
            case '[' -> {
                var _ = takeClass();
            }
            case '\\' -> at += 2;
            default -> at++;
        }
    }

    /// Passes over a class and answers what stands between its brackets.
    String takeClass() {
        int begin = at + 1;
        at = begin;
        while (regex.charAt(at) != ']') {
            at += regex.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return regex.substring(begin, at - 1);
    }

    /// Whether a quantifier stands here that lets what stands before it come again.
    boolean repeats() {
        return at < regex.length() && "*+{".indexOf(regex.charAt(at)) >= 0;
    }

    /// Passes over the quantifier that stands here, if any.
    ///
    /// @return whether it lets what stands before it be left out
    boolean takesOptional() {
        if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return false;
        }
        char sign = regex.charAt(at);
        boolean optional = sign == '?' || sign == '*' || regex.startsWith("{0", at);
        at = sign == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
            at++;
        }
        return optional;
    }
}
