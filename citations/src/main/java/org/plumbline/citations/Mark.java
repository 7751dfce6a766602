package org.plumbline.citations;

/// A stretch of a section's content that the source set apart: layout and links that stand beside the words, never
/// in them. Offsets are UTF-16 units in the section's content, `[start, end)`; target is the id that a citation or
/// link points to within its record (may name several, separated by spaces), else empty.
public record Mark(Kind kind, int start, int end, String target) {

    /// What the stretch is.
    public enum Kind {
        SUPERSCRIPT,
        SUBSCRIPT,
        /// A citation mark, pointing to references by their ids.
        CITATION,
        /// A mathematical formula.
        FORMULA,
        /// Words that stand on one page; target is the page's number, from 1.
        PAGE
    }

    public Mark {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("mark [" + start + ", " + end + ")");
        }
    }
}
