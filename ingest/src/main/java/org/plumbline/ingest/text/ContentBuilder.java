package org.plumbline.ingest.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plumbline.citations.Mark;

/// Collects a section's content out of mixed XML: the words verbatim and in order, each run of XML white space one
/// space, none at the ends of a paragraph; what is set apart is marked beside them.
public final class ContentBuilder {

    private final StringBuilder content = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private char[] folded = new char[256];

    /// Appends characters as they stand in the source.
    public ContentBuilder append(String characters) {
        append(characters.toCharArray(), 0, characters.length());
        return this;
    }

    void append(char[] characters, int start, int length) {
        if (folded.length < length) {
            folded = new char[length * 2];
        }
        // Folded aside and appended at once: words one by one cost twice as much.
        boolean atSpace = content.isEmpty() || isSpace(content.charAt(content.length() - 1));
        int kept = 0;
        for (int at = start; at < start + length; at++) {
            char character = characters[at];
            if (!isSpace(character)) {
                folded[kept++] = character;
                atSpace = false;
            } else if (!atSpace) {
                folded[kept++] = ' ';
                atSpace = true;
            }
        }
        content.append(folded, 0, kept);
    }

    /// Empties it, to be used again.
    void clear() {
        content.setLength(0);
        marks.clear();
    }

    /// Ends a paragraph: what follows stands after a line feed. Nothing happens where nothing was written yet.
    public void endParagraph() {
        dropSpace();
        if (!content.isEmpty() && content.charAt(content.length() - 1) != '\n') {
            content.append('\n');
        }
    }

    /// The length so far, in UTF-16 units: where a mark starts.
    public int length() {
        return content.length();
    }

    /// Marks what was written since a start; nothing where that is nothing but white space.
    public void mark(Mark.Kind kind, int start, String target) {
        int from = start;
        int to = content.length();
        while (from < to && isSpace(content.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(content.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            marks.add(new Mark(kind, from, to, target));
        }
    }

    /// The words, without white space at the end.
    public String content() {
        int end = content.length();
        while (end > 0 && isSpace(content.charAt(end - 1))) {
            end--;
        }
        return content.substring(0, end);
    }

    /// The marks by start, the longer first.
    public List<Mark> marks() {
        if (marks.size() < 2) {
            return List.copyOf(marks);
        }
        return marks.stream()
                .sorted(Comparator.comparingInt(Mark::start)
                        .thenComparing(Mark::end, Comparator.reverseOrder())
                        .thenComparing(Mark::kind))
                .toList();
    }

    private void dropSpace() {
        if (!content.isEmpty() && content.charAt(content.length() - 1) == ' ') {
            content.setLength(content.length() - 1);
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }
}
