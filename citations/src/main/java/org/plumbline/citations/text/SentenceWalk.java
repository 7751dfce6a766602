package org.plumbline.citations.text;

/// Goes along a sentence once, and knows its first written character and where round brackets are open. For one
/// thread, which asks for places in rising order.
final class SentenceWalk {

    private static final int NONE = -1;

    private final String content;
    private int start = NONE;
    private int at;
    private int depth;
    private int opened;
    private int firstWritten;

    SentenceWalk(String content) {
        this.content = content;
    }

    /// Goes on to a place in the sentence that began at `sentenceStart`.
    void walk(int sentenceStart, int to) {
        if (sentenceStart != start) {
            start = sentenceStart;
            at = sentenceStart;
            depth = 0;
            opened = NONE;
            firstWritten = NONE;
        }
        for (; at < to; at++) {
            char letter = content.charAt(at);
            if (firstWritten == NONE && !Character.isWhitespace(letter)) {
                firstWritten = at;
            }
            if (letter == '(' && depth++ == 0) {
                opened = at;
            } else if (letter == ')' && depth > 0) {
                depth--;
            }
        }
    }

    /// The first written character before the place that was reached; that place where there is none.
    int firstWritten() {
        return firstWritten == NONE ? at : firstWritten;
    }

    /// Where the outermost bracket opened that is still open before `end`, a little further on; -1 where none is.
    int openBefore(int end) {
        int stillOpen = depth;
        int outermost = opened;
        for (int i = at; i < end; i++) {
            if (content.charAt(i) == '(' && stillOpen++ == 0) {
                outermost = i;
            } else if (content.charAt(i) == ')' && stillOpen > 0) {
                stillOpen--;
            }
        }
        return stillOpen > 0 ? outermost : NONE;
    }
}
