package org.plumbline.index;

/// How articles are ranked.
public enum Mode {
    /// By their words alone.
    BM25,
    /// By the cosine of their vector and the query's alone; articles without a vector are not found.
    DENSE,
    /// By words and vectors together; where the index has no vectors, by words.
    HYBRID,
    /// As HYBRID, and then the best of them once more by what is told by looking closer.
    RERANK;

    /// The mode of a search that names none.
    public static final Mode USUAL = HYBRID;
}
