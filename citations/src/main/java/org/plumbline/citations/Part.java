package org.plumbline.citations;

/// Where in a publication a section stands.
public enum Part {
    TITLE,
    ABSTRACT,
    BODY,
    /// A table's cells, row by row, with its caption as a section of its own (the same part).
    TABLE,
    /// A figure's caption.
    FIGURE,
    FOOTNOTE,
    /// Acknowledgements, funding, conflicts of interest, appendices.
    BACK
}
