package org.plumbline.citations;

/// What a text was made from; it tells a reader how much of the publication was read.
public enum TextKind {
    /// Title and abstract of a PubMed record.
    MEDLINE_ABSTRACT,
    /// Full text in JATS.
    JATS,
    /// Full text out of a PDF or an office document.
    DOCUMENT
}
