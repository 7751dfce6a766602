package org.plumbline.citations;

/// What a text was made from; it tells a reader how much of the publication was read.
public enum TextKind {
    /// Title and abstract of a PubMed record.
    MEDLINE_ABSTRACT,
    /// Title and abstract as another index or a reference manager gives them.
    ABSTRACT,
    /// Full text in JATS.
    JATS,
    /// Full text out of a PDF, an office document or a web page.
    DOCUMENT;

    /// Whether the publication's whole text was read, not its abstract only.
    public boolean isFullText() {
        return this == JATS || this == DOCUMENT;
    }
}
