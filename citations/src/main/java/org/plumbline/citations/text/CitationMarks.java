package org.plumbline.citations.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;

/// Knows where citation marks stand, so that those which follow a full stop can be read as part of its sentence.
final class CitationMarks {

    /// What a superscript must look like to be a citation: numbers, not the exponent in `min⁻¹`.
    private static final Pattern NUMBERS = Pattern.compile("[*†‡]|\\d{1,3}([,–-]\\s?\\d{1,3}){0,9}");

    private static final Pattern BRACKETED = Pattern.compile("\\[\\d{1,3}(\\s?[,–-]\\s?\\d{1,3}){0,9}]");
    private static final Pattern DETACHED = Pattern.compile(" +(?:\\([^()\n]{3,120}(?:19|20)\\d\\d[a-z]?\\)\\."
            + "|(?:\\[\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3}){0,9}](?:\\s?[,–-]\\s?)?){1,9}\\.?"
            + "|\\((?:Table|Fig\\.|Figure)[ -]?S?\\d+\\w?\\)\\.?)(?=\\s+\\p{Lu}|\\s*(?:\n|$))");

    /// Characters; a longer bracket is a remark.
    private static final int LONGEST_BRACKET = 60;

    private final String content;
    private final Map<Integer, Integer> endOfMarkAt = new HashMap<>();

    CitationMarks(String content, List<Mark> marks) {
        this.content = content;
        for (Mark mark : marks) {
            if (mark.end() > mark.start() && isCitation(mark)) {
                endOfMarkAt.merge(mark.start(), mark.end(), Math::max);
            }
        }
    }

    private boolean isCitation(Mark mark) {
        return switch (mark.kind()) {
            case CITATION -> true;
            case SUPERSCRIPT ->
                NUMBERS.matcher(content.substring(mark.start(), mark.end()).strip())
                        .matches();
            case SUBSCRIPT, FORMULA, PAGE -> false;
        };
    }

    /// The offset after the citation marks that stand directly at an offset, with the brackets around and the
    /// commas and dashes between them; the offset itself where none stands there.
    int endOfRun(int at) {
        int end = at;
        while (true) {
            int next = endOfOne(end);
            if (next == end && end > at && end + 1 < content.length() && ",–-".indexOf(content.charAt(end)) >= 0) {
                next = endOfOne(end + 1) > end + 1 ? endOfOne(end + 1) : end;
            }
            if (next == end) {
                return end;
            }
            end = next;
        }
    }

    private int endOfOne(int at) {
        Integer marked = endOfMarkAt.get(at);
        if (marked != null) {
            return marked;
        }
        int bracketed = matchAt(BRACKETED, at);
        if (bracketed > at) {
            return bracketed;
        }
        if (at < content.length() && content.charAt(at) == '[' && endOfMarkAt.containsKey(at + 1)) {
            int close = content.indexOf(']', at, Math.min(content.length(), at + LONGEST_BRACKET));
            return close > at && content.indexOf('\n', at, close) < 0 ? close + 1 : at;
        }
        return at;
    }

    /// The offset after a citation in brackets that stands between two sentences with white space before it
    /// (`care. [14] On`, `loss. (Smith et al., 2011). It`), which belongs to the first; else the offset itself.
    int endOfDetached(int at) {
        return matchAt(DETACHED, at);
    }

    private int matchAt(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(content).region(at, content.length()).useTransparentBounds(true);
        return at < content.length() && matcher.lookingAt() ? matcher.end() : at;
    }
}
