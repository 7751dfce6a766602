package org.plumbline.index;

/// How articles are ranked.
public enum Mode {
    /// By their words alone.
    BM25,
    /// By the cosine of their vector and the query's alone; articles without a vector are not found, and an index
    /// without any is refused.
    DENSE,
    /// By words and vectors together; where none of the articles that pass has a vector, by words.
    HYBRID,
    /// As HYBRID, and then the first of them once more by the sentence that is most like the question, word by word;
    /// where none of the articles that pass has a vector, the first ones by words are embedded during the search.
    RERANK;

    /// The mode of a search that names none: the one that ranks best, see docs/benchmarks.md.
    public static final Mode USUAL = RERANK;
}
