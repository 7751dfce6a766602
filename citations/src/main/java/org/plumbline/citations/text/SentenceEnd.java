package org.plumbline.citations.text;

import java.util.Locale;
import java.util.Set;

/// Decides whether a sentence ends at a character, looking at the words on both sides. One line of content.
///
/// The rules are those a proof-reader would give: a stop closes a sentence unless it belongs to an abbreviation, an
/// initial, a number or an enumeration, stands inside brackets, or is followed by a word that cannot begin one.
final class SentenceEnd {

    private static final String CLOSERS = "\"'”’»)]";

    /// Words after which a single capital letter is a name of a thing and may close a sentence: "vitamin D."
    private static final Set<String> LETTERED = Set.of(
            "vitamin",
            "vitamins",
            "group",
            "groups",
            "hepatitis",
            "type",
            "table",
            "figure",
            "arm",
            "arms",
            "class",
            "grade",
            "influenza",
            "factor",
            "panel",
            "appendix",
            "part",
            "category",
            "schedule",
            "score",
            "stage",
            "phase",
            "period",
            "protein",
            "treatment",
            "drug",
            "regimen",
            "model",
            "site",
            "centre",
            "cohort",
            "immunoglobulin");

    private static final Set<String> BEGINNINGS = Set.of(
            "The",
            "This",
            "These",
            "Those",
            "That",
            "There",
            "They",
            "It",
            "Its",
            "In",
            "On",
            "At",
            "As",
            "An",
            "A",
            "We",
            "Our",
            "Of",
            "For",
            "From",
            "To",
            "By",
            "With",
            "Both",
            "All",
            "After",
            "Although",
            "Also",
            "And",
            "But",
            "However",
            "No",
            "Not",
            "If",
            "When",
            "While",
            "Patients",
            "Participants",
            "Thus",
            "Therefore",
            "Then",
            "Data",
            "Results",
            "Moreover",
            "Furthermore",
            "Finally",
            "Similarly",
            "Each",
            "Among",
            "During",
            "Compared",
            "Two",
            "Three",
            "Since",
            "Further");

    /// Characters; what is longer than this is no remark in brackets, but a bracket that was forgotten.
    private static final int LONGEST_REMARK = 400;

    private final String content;
    private final int lineStart;
    private final int lineEnd;
    private final CitationMarks citations;
    private final SentenceWalk walk;

    SentenceEnd(String content, int lineStart, int lineEnd, CitationMarks citations) {
        this.content = content;
        this.lineStart = lineStart;
        this.lineEnd = lineEnd;
        this.citations = citations;
        this.walk = new SentenceWalk(content);
    }

    /// The offset after the sentence that began at `start` and is closed by the character at `at`, with its closing
    /// quotes, brackets and citation marks; the offset `at` where no sentence ends there.
    int after(int start, int at) {
        char stop = content.charAt(at);
        if (".?!…".indexOf(stop) < 0 || (at + 1 < lineEnd && ".?!…".indexOf(content.charAt(at + 1)) >= 0)) {
            return at;
        }
        int closed = skipClosers(at + 1);
        int cited = citations.endOfRun(closed);
        int end = cited > closed ? skipClosers(cited) : closed;
        if (end >= lineEnd) {
            return lineEnd;
        }
        if (!Character.isWhitespace(content.charAt(end))) {
            return isRunOn(at, end) ? end : at;
        }
        int next = skipSpace(end);
        if (next >= lineEnd) {
            return end;
        }
        boolean ends = !isInsideBrackets(start, at, end) && mayBegin(start, at, end, next, cited > closed);
        return ends ? Math.min(lineEnd, cited > closed ? end : citations.endOfDetached(end)) : at;
    }

    private int skipClosers(int from) {
        int at = from;
        while (at < lineEnd && CLOSERS.indexOf(content.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < lineEnd && Character.isWhitespace(content.charAt(at))) {
            at++;
        }
        return at;
    }

    /// A forgotten space: "was seen.The groups".
    private boolean isRunOn(int at, int end) {
        return end + 2 < lineEnd
                && content.substring(Math.max(lineStart, at - 4), at).matches("\\p{Ll}{4}|.?\\p{Ll}\\p{Ll}\\)")
                && BEGINNINGS.contains(firstWord(end));
    }

    /// Inside brackets that opened within this sentence and close further on in this line.
    private boolean isInsideBrackets(int start, int at, int end) {
        walk.walk(start, at);
        int opened = walk.openBefore(end);
        if (opened < 0 || content.charAt(at - 1) == ')' || opened == walk.firstWritten()) {
            return false;
        }
        int close = content.indexOf(')', at, Math.clamp(opened + LONGEST_REMARK, at, lineEnd));
        return close >= 0;
    }

    private boolean mayBegin(int start, int at, int end, int next, boolean cited) {
        char first = content.charAt(next);
        if (content.charAt(at) != '.') {
            return !Character.isLowerCase(first);
        }
        String word = lastWord(start, at);
        if (isEnumerator(start, at, word) || isSplitNumber(at, word, first)) {
            return false;
        }
        if (Abbreviations.isTitle(word) && Character.isUpperCase(first) && !BEGINNINGS.contains(firstWord(next))) {
            return false;
        }
        if (Abbreviations.isOpen(word) || (Character.isDigit(first) && Abbreviations.standsBeforeNumber(word))) {
            return false;
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !cited && end == at + 1) {
            return mayEndInLetter(start, at, next);
        }
        if (Abbreviations.mayClose(word) && content.charAt(at - 1) != ')') {
            return Character.isUpperCase(first) && (!word.endsWith("al") || !cited);
        }
        return !Character.isLowerCase(first) || mayBeginInLowerCase(word, at, end, next);
    }

    /// "4. Inflate the cuff": a number or letter alone at the beginning of a line.
    private boolean isEnumerator(int start, int at, String word) {
        walk.walk(start, at);
        return word.length() <= 2 && walk.firstWritten() == at - word.length() && at + 1 < lineEnd;
    }

    /// "p = 0. 05": a number with a space inside.
    private boolean isSplitNumber(int at, String word, char first) {
        if (Character.isDigit(first) && word.equals("0")) {
            return true;
        }
        if (!Character.isDigit(first) || !word.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int before = at - word.length() - 1;
        while (before >= lineStart && Character.isWhitespace(content.charAt(before))) {
            before--;
        }
        return before >= lineStart && "=<>≤≥".indexOf(content.charAt(before)) >= 0;
    }

    /// After a single capital letter: an initial ("J. Smith"), a genus ("E. coli"), or a name's end ("vitamin D.").
    private boolean mayEndInLetter(int start, int at, int next) {
        if (Character.isLowerCase(content.charAt(next))) {
            return false;
        }
        if (BEGINNINGS.contains(firstWord(next))) {
            return true;
        }
        String left = content.substring(Math.max(start, at - 41), at - 1).stripTrailing();
        if (left.endsWith("°") || left.matches("(?s).*\\b\\p{Lu},? (?:and|or)")) {
            return true;
        }
        return LETTERED.contains(LastWord.of(left, 0, left.length()).toLowerCase(Locale.ROOT));
    }

    /// A word in lower case begins a sentence only where the stop plainly closes the one before.
    private boolean mayBeginInLowerCase(String word, int at, int end, int next) {
        String first = firstWord(next);
        boolean symbol = first.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
        boolean bracketClosed = end > at + 1 && ")]".indexOf(content.charAt(at + 1)) >= 0;
        return !bracketClosed && (symbol || word.matches("\\p{Ll}{4,}") || content.charAt(at - 1) == ')');
    }

    private String lastWord(int start, int at) {
        return LastWord.of(content, Math.max(start, at - 40), at);
    }

    private String firstWord(int next) {
        int end = next;
        while (end < lineEnd && Character.isLetterOrDigit(content.charAt(end))) {
            end++;
        }
        return content.substring(next, end);
    }
}
