package org.plumbline.citations.text;

/// A stretch `[start, end)` of a section's content, in UTF-16 units; never empty.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ")");
        }
    }

    /// The words of this span.
    public String of(String content) {
        return content.substring(start, end);
    }
}
