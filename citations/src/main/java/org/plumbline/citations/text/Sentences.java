package org.plumbline.citations.text;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Mark;

/// Finds the sentences of a section's content, in biomedical English.
public final class Sentences {

    private Sentences() {}

    /// The sentences in order, without the white space around them. A paragraph's end ends a sentence; every
    /// character that is not white space stands in exactly one sentence.
    ///
    /// @param marks the section's marks: a superscript citation after a full stop belongs to the sentence it closes
    public static List<Span> in(String content, List<Mark> marks) {
        CitationMarks citations = new CitationMarks(content, marks);
        List<Span> sentences = new ArrayList<>();
        int lineStart = 0;
        while (lineStart < content.length()) {
            int lineFeed = content.indexOf('\n', lineStart);
            int lineEnd = lineFeed < 0 ? content.length() : lineFeed;
            cutLine(content, lineStart, lineEnd, citations, sentences);
            lineStart = lineEnd + 1;
        }
        return List.copyOf(sentences);
    }

    private static void cutLine(
            String content, int lineStart, int lineEnd, CitationMarks citations, List<Span> sentences) {
        SentenceEnd ends = new SentenceEnd(content, lineStart, lineEnd, citations);
        int start = lineStart;
        for (int at = lineStart; at < lineEnd; at++) {
            int end = ends.after(start, at);
            if (end > at) {
                addTrimmed(content, start, end, sentences);
                start = end;
                at = end - 1;
            }
        }
        addTrimmed(content, start, lineEnd, sentences);
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
