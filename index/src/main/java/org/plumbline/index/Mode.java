package org.plumbline.index;

/// How articles are ranked.
public enum Mode {
    /// By their words alone.
    BM25,
    /// By the cosine of their vector and the query's alone; articles without a vector are not found.
    DENSE,
    /// By words and vectors together; where the index has no vectors, by words.
    HYBRID,
    /// As HYBRID, and then the first of them once more by comparing the question with each word of an article; where
    /// the index has no vectors, the first articles by words are embedded during the search.
    RERANK;

    /// The mode of a search that names none: the one that ranks best, see docs/benchmarks.md.
    public static final Mode USUAL = RERANK;
}
