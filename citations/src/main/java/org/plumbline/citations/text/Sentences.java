package org.plumbline.citations.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.citations.Mark;

/// Finds the sentences of a section's content.
public final class Sentences {

    private Sentences() {}

    /// The sentences in order, without the white space around them. A paragraph's end ends a sentence; every
    /// character that is not white space stands in exactly one sentence.
    ///
    /// @param marks the section's marks: a superscript citation after a full stop belongs to the sentence it closes
    public static List<Span> in(String content, List<Mark> marks) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(content);
        List<Span> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            addTrimmed(content, start, end, sentences);
            start = end;
        }
        return List.copyOf(sentences);
    }

    private static void addTrimmed(String content, int from, int to, List<Span> sentences) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }
}
