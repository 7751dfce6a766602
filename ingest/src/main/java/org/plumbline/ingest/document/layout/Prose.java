package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;

/// Joins lines to paragraphs: the words of a section with their marks. A hyphen at a line's end is undone or kept as
/// the document's own words say; each stretch of words knows its page.
final class Prose {

    private static final Pattern CUT = Pattern.compile("([\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*)[-\u2010\u00AD]$");
    private static final Pattern REST = Pattern.compile("^[\\p{L}\\p{M}]+");

    /// After these a line goes on without a space: dashes and slashes between words, addresses.
    private static final Pattern CLOSE = Pattern.compile(
            "(\\p{L}/|\\d[-–—]|[\\p{L}\\d][-\u2010–]|(https?://|doi\\.org/|10\\.\\d{4,9}/)\\S*[/.?=&_-])$");

    /// How much of the words before decides how a line joins.
    private static final int LONGEST_TAIL = 120;

    private final Vocabulary vocabulary;
    private final StringBuilder content = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int page;
    private int pageStart;

    Prose(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    /// Whether the last paragraph may go on: it does not end as sentences end.
    boolean isOpen() {
        int end = content.length();
        while (end > 0 && ")]”’\"'»".indexOf(content.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0 || content.charAt(end - 1) == '\n') {
            return false;
        }
        char last = content.charAt(end - 1);
        if (Character.isDigit(last) && endsWithRaised()) {
            return false;
        }
        return ".?!:".indexOf(last) < 0;
    }

    private boolean endsWithRaised() {
        return !marks.isEmpty()
                && marks.getLast().kind() == Mark.Kind.SUPERSCRIPT
                && marks.getLast().end() == content.length()
                && marks.getLast().start() > 0
                && ".?!".indexOf(content.charAt(marks.getLast().start() - 1)) >= 0;
    }

    /// Ends the paragraph: the next line begins another.
    void endParagraph() {
        if (!content.isEmpty() && content.charAt(content.length() - 1) != '\n') {
            content.append('\n');
        }
    }

    /// Goes on with a line.
    void add(Line line) {
        turnTo(line.page());
        String words = line.words().strip();
        int cutOff = line.words().length() - line.words().stripLeading().length();
        join(words);
        int start = content.length();
        content.append(words);
        for (Mark mark : line.raised()) {
            int from = Math.max(0, mark.start() - cutOff);
            int to = Math.min(words.length(), mark.end() - cutOff);
            if (to > from) {
                marks.add(new Mark(mark.kind(), start + from, start + to, ""));
            }
        }
        dropSoftHyphens(start);
    }

    /// Writes the cells of a table's row, separated by tabs.
    void row(List<Line> cells) {
        for (int i = 0; i < cells.size(); i++) {
            turnTo(cells.get(i).page());
            content.append(i == 0 ? "" : "\t").append(cells.get(i).words().strip());
        }
    }

    private void join(String next) {
        if (content.isEmpty() || content.charAt(content.length() - 1) == '\n') {
            return;
        }
        String tail = content.substring(Math.max(0, content.length() - LONGEST_TAIL));
        Matcher cut = CUT.matcher(tail);
        Matcher rest = REST.matcher(next);
        if (cut.find() && rest.find()) {
            boolean soft = content.charAt(content.length() - 1) == '\u00AD';
            boolean lower = Character.isLowerCase(rest.group().charAt(0));
            if (soft || (lower && !vocabulary.keepsHyphen(cut.group(1), rest.group()))) {
                content.setLength(content.length() - 1);
            }
            return;
        }
        if (!CLOSE.matcher(tail).find() || content.charAt(content.length() - 1) == ' ') {
            content.append(' ');
        }
    }

    /// Soft hyphens inside a line are invisible.
    private void dropSoftHyphens(int from) {
        for (int at = content.length() - 2; at >= from; at--) {
            if (content.charAt(at) == '\u00AD' && marks.stream().noneMatch(mark -> mark.end() > from)) {
                content.deleteCharAt(at);
            }
        }
    }

    private void turnTo(int number) {
        if (page != number) {
            markPage();
            page = number;
            pageStart = content.length();
        }
    }

    private void markPage() {
        int start = pageStart;
        int end = content.length();
        while (start < end && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        if (page > 0 && end > start) {
            marks.add(new Mark(Mark.Kind.PAGE, start, end, String.valueOf(page)));
        }
    }

    /// The words so far.
    String words() {
        return content.toString().strip();
    }

    /// The marks of the words so far, by start, the longer first. Call once.
    List<Mark> marks() {
        markPage();
        int length = words().length();
        return marks.stream()
                .filter(mark -> mark.start() < length)
                .map(mark -> new Mark(mark.kind(), mark.start(), Math.min(length, mark.end()), mark.target()))
                .sorted(Comparator.comparingInt(Mark::start)
                        .thenComparing(Mark::end, Comparator.reverseOrder())
                        .thenComparing(Mark::kind))
                .toList();
    }
}
