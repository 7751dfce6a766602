package org.plumbline.citations.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Reads from a regular expression which letters every match must hold: of a sequence the piece that tells most, of
/// alternatives one piece each. [RegexReader] says which syntax it knows.
final class NeededLetters {

    /// Shorter pieces are in nearly every text.
    private static final int SHORTEST = 3;

    private static final Comparator<List<String>> TELLING = Comparator.comparingInt(
            pieces -> pieces.stream().mapToInt(String::length).min().orElse(0));

    private final RegexReader regex;

    private NeededLetters(RegexReader regex) {
        this.regex = regex;
    }

    /// One of these, in lower case, is in every match; empty where there is no such list.
    static List<String> of(String regex) {
        return new NeededLetters(new RegexReader(regex)).alternatives();
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean known = true;
        do {
            List<String> one = sequence();
            known &= !one.isEmpty();
            all.addAll(one);
        } while (regex.takesAlternative());
        return known ? all.stream().distinct().toList() : List.of();
    }

    private List<String> sequence() {
        List<List<String>> candidates = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        while (!regex.endsAlternative()) {
            if (isLetter(regex.here())) {
                letter(regex.take(), run, candidates);
            } else {
                end(run, candidates);
                List<String> piece = piece();
                if (!regex.takesOptional() && !piece.isEmpty()) {
                    candidates.add(piece);
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
        boolean repeats = regex.repeats();
        boolean optional = regex.takesOptional();
        if (!optional) {
            run.append(letter);
        }
        if (optional || repeats) {
            end(run, candidates);
        }
    }

    private static void end(StringBuilder run, List<List<String>> candidates) {
        if (run.length() >= SHORTEST) {
            candidates.add(List.of(run.toString().toLowerCase(Locale.ROOT)));
        }
        run.setLength(0);
    }

    /// A group's needs; nothing is known of an escape, a class or a sign. A look-around says nothing of the match's
    /// own letters.
    private List<String> piece() {
        if (regex.here() == '(') {
            return group();
        }
        regex.skip();
        return List.of();
    }

    private List<String> group() {
        boolean looksAround = regex.looksAround();
        regex.enterGroup();
        List<String> needed = alternatives();
        regex.leaveGroup();
        return looksAround ? List.of() : needed;
    }
}
