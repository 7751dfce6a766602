package org.plumbline.citations.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Reads from a regular expression which letters every match must hold: of a sequence the piece that tells most, of
/// alternatives one piece each. Knows the syntax that cues are written in: letters, escapes, classes, groups,
/// look-arounds, quantifiers, alternatives.
final class NeededLetters {

    /// Shorter pieces are in nearly every text.
    private static final int SHORTEST = 3;

    private static final Comparator<List<String>> TELLING = Comparator.comparingInt(
            pieces -> pieces.stream().mapToInt(String::length).min().orElse(0));

    private final String regex;
    private int at;

    private NeededLetters(String regex) {
        this.regex = regex;
    }

    /// One of these, in lower case, is in every match; empty where there is no such list.
    static List<String> of(String regex) {
        return new NeededLetters(regex).alternatives();
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean known = true;
        while (true) {
            List<String> one = sequence();
            known &= !one.isEmpty();
            all.addAll(one);
            if (at >= regex.length() || regex.charAt(at) != '|') {
                return known ? all.stream().distinct().toList() : List.of();
            }
            at++;
        }
    }

    private List<String> sequence() {
        List<List<String>> candidates = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            char next = regex.charAt(at);
            if (isLetter(next)) {
                at++;
                letter(next, run, candidates);
            } else {
                end(run, candidates);
                List<String> group = next == '(' ? group() : skipped(next);
                if (!optional() && !group.isEmpty()) {
                    candidates.add(group);
                }
            }
        }
        end(run, candidates);
        return candidates.stream().max(TELLING).orElse(List.of());
    }

    private static boolean isLetter(char next) {
        return "\\[](){}?*+.^$|".indexOf(next) < 0;
    }

    /// A letter that need not be there ends the piece before it; one that may be there more often ends it after.
    private void letter(char letter, StringBuilder run, List<List<String>> candidates) {
        int quantifier = at;
        boolean optional = optional();
        if (!optional) {
            run.append(letter);
        }
        if (optional || at > quantifier) {
            end(run, candidates);
        }
    }

    private static void end(StringBuilder run, List<List<String>> candidates) {
        if (run.length() >= SHORTEST) {
            candidates.add(List.of(run.toString().toLowerCase(Locale.ROOT)));
        }
        run.setLength(0);
    }

    /// Reads a group; a look-around says nothing of the match's own letters.
    private List<String> group() {
        boolean looksAround = regex.startsWith("(?=", at)
                || regex.startsWith("(?!", at)
                || regex.startsWith("(?<=", at)
                || regex.startsWith("(?<!", at);
        at = regex.startsWith("(?", at) ? headEnd() : at + 1;
        List<String> needed = alternatives();
        at++;
        return looksAround ? List.of() : needed;
    }

    private int headEnd() {
        int end = at + 2;
        while (":=!".indexOf(regex.charAt(end)) < 0) {
            end++;
        }
        return end + 1;
    }

    /// Passes over an escape, a class or a sign.
    private List<String> skipped(char next) {
        at += next == '\\' ? 2 : 1;
        if (next == '[') {
            while (regex.charAt(at) != ']') {
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }
        return List.of();
    }

    /// Reads the quantifier that stands here, if any: whether it lets what stands before it be left out.
    private boolean optional() {
        if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return false;
        }
        char sign = regex.charAt(at);
        boolean optional = sign == '?' || sign == '*' || regex.startsWith("{0", at);
        at = sign == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return optional;
    }
}
