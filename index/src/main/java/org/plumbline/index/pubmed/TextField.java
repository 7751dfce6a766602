package org.plumbline.index.pubmed;

/// The fields that are searched word by word.
public enum TextField {
    TITLE("ti"),
    ABSTRACT("ab"),
    /// Title, abstract and the authors' keywords.
    TITLE_ABSTRACT("tiab"),
    /// The authors' keywords ("other terms").
    KEYWORD("ot"),
    /// Title, abstract, keywords, and the words of MeSH headings and publication types.
    TEXT_WORD("tw"),
    /// The same as [#TEXT_WORD] here; what a word without a tag is looked for in.
    ALL("all");

    private final String tag;

    TextField(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
