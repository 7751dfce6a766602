package org.plumbline.citations.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the abbreviations that a text defines, `magnetic resonance imaging (MRI)` or `MRI (magnetic resonance
/// imaging)`, by the algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions
/// in biomedical text" (Pacific Symposium on Biocomputing 2003): the letters of the short form are looked for in the
/// words before it, from the right, the first of them at the beginning of a word.
public final class ShortForms {

    /// A short form, its long form, and where both stand.
    public record Definition(String shortForm, String longForm, Span shortSpan, Span longSpan) {}

    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;
    private static final int MOST_SHORT_WORDS = 2;
    private static final int MORE_WORDS = 5;
    /// Characters in parentheses beyond which no form is looked for.
    private static final int LONGEST_REMARK = 300;
    /// Characters before a parenthesis among which a long form is looked for.
    private static final int LONGEST_REACH = 400;

    private ShortForms() {}

    /// The definitions in a text, by the place of their parenthesis.
    public static List<Definition> in(String text) {
        List<Definition> found = new ArrayList<>();
        int open = text.indexOf('(');
        while (open >= 0) {
            int close = text.indexOf(')', open, Math.min(text.length(), open + LONGEST_REMARK + 1));
            if (close >= 0) {
                read(text, open, close).ifPresent(found::add);
            }
            open = text.indexOf('(', open + 1);
        }
        return List.copyOf(found);
    }

    private static Optional<Definition> read(String text, int open, int close) {
        Optional<Span> inside = trimmed(text, open + 1, insideEnd(text, open + 1, close));
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        String content = inside.get().of(text);
        if (content.length() <= LONGEST && words(content) <= MOST_SHORT_WORDS) {
            return pair(text, inside.get(), sentenceStart(text, open), open);
        }
        Optional<Span> before = wordBefore(text, open);
        return before.isEmpty() || words(content) < MOST_SHORT_WORDS
                ? Optional.empty()
                : pair(text, before.get(), inside.get().start(), inside.get().end());
    }

    /// What follows a comma or a semicolon is another remark.
    private static int insideEnd(String text, int start, int close) {
        int end = close;
        for (String mark : List.of(", ", "; ")) {
            int at = text.indexOf(mark, start, end);
            end = at > start ? at : end;
        }
        return end;
    }

    /// The long form lies in `[from, to)` and reaches to its end.
    private static Optional<Definition> pair(String text, Span shortSpan, int from, int to) {
        String shortForm = shortSpan.of(text);
        Optional<Span> words = isShortForm(shortForm) ? trimmed(text, from, to) : Optional.empty();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String candidate = lastWords(words.get().of(text), mostWords(shortForm.length()));
        int start = longFormStart(shortForm, candidate);
        if (start < 0 || !fits(shortForm, candidate.substring(start))) {
            return Optional.empty();
        }
        int end = words.get().end();
        Span longSpan = new Span(end - candidate.length() + start, end);
        return Optional.of(new Definition(shortForm, longSpan.of(text), shortSpan, longSpan));
    }

    private static boolean isShortForm(String words) {
        return words.length() >= SHORTEST
                && words.length() <= LONGEST
                && words(words) <= MOST_SHORT_WORDS
                && Character.isLetterOrDigit(words.charAt(0))
                && words.chars().anyMatch(Character::isLetter);
    }

    /// The paper's `findBestLongForm`: where in the candidate the long form begins, or -1.
    private static int longFormStart(String shortForm, String candidate) {
        int at = candidate.length() - 1;
        for (int i = shortForm.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(shortForm.charAt(i));
            if (!Character.isLetterOrDigit(letter)) {
                continue;
            }
            while (at >= 0 && !stands(letter, candidate, at, i == 0)) {
                at--;
            }
            if (at < 0) {
                return -1;
            }
            at--;
        }
        return at < 0 ? 0 : candidate.lastIndexOf(' ', at) + 1;
    }

    private static boolean stands(char letter, String candidate, int at, boolean first) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(candidate.charAt(at - 1));
        return Character.toLowerCase(candidate.charAt(at)) == letter && (!first || begins);
    }

    /// The paper's filters (longer than the short form, not containing it, not of too many words), and one more:
    /// it does not reach over an earlier parenthesis.
    private static boolean fits(String shortForm, String longForm) {
        int letters = (int) shortForm.chars().filter(Character::isLetterOrDigit).count();
        int words = longForm.split("[\\s-]+", -1).length;
        return longForm.length() >= shortForm.length()
                && !longForm.contains(shortForm + " ")
                && !longForm.endsWith(shortForm)
                && longForm.indexOf('(') < 0
                && words <= mostWords(letters);
    }

    private static int mostWords(int letters) {
        return Math.min(letters + MORE_WORDS, 2 * letters);
    }

    private static String lastWords(String words, int most) {
        int at = words.length();
        for (int i = 0; i < most && at > 0; i++) {
            at = words.lastIndexOf(' ', at - 1);
        }
        return at < 0 ? words : words.substring(at).stripLeading();
    }

    /// Behind the end of the sentence or paragraph before, or as far back as a long form may reach.
    private static int sentenceStart(String text, int open) {
        int earliest = Math.max(0, open - LONGEST_REACH);
        for (int i = open - 1; i > earliest; i--) {
            boolean stop = text.charAt(i) == ' ' && ".?!;".indexOf(text.charAt(i - 1)) >= 0;
            boolean capital = i + 1 < open && Character.isUpperCase(text.charAt(i + 1));
            if (text.charAt(i) == '\n' || (stop && (capital || text.charAt(i - 1) == ';'))) {
                return i + 1;
            }
        }
        return earliest;
    }

    private static Optional<Span> wordBefore(String text, int open) {
        int end = open;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '(') {
            start--;
        }
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    private static Optional<Span> trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /// White space, and the spaces that do not break.
    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static int words(String text) {
        return text.strip().split("\\s+", -1).length;
    }
}
