package org.plumbline.index.pubmed;

/// A piece of a query and where it stands.
sealed interface Token {

    int start();

    int end();

    record Open(int start, int end) implements Token {}

    record Close(int start, int end) implements Token {}

    record Colon(int start, int end) implements Token {}

    record Combine(Operator operator, int start, int end) implements Token {}

    /// Anything without space, such as a word with its punctuation.
    record Bare(int start, int end) implements Token {}

    /// A phrase with its quotation marks.
    record Quoted(int start, int end) implements Token {}

    /// A tag with its square brackets.
    record Tagged(Tag tag, int start, int end) implements Token {}

    record LineNumber(int line, int start, int end) implements Token {}

    /// How two expressions are combined.
    enum Operator {
        AND,
        OR,
        NOT
    }
}
