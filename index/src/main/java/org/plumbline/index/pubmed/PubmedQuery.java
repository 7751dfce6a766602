package org.plumbline.index.pubmed;

import java.util.Set;

/// A query in PubMed's language.
public record PubmedQuery(Expression root) {

    /// The query that a text means.
    ///
    /// @throws org.plumbline.citations.WrongInputException where it is none; the cause is a [Refusal] that
    ///     shows the place
    public static PubmedQuery parse(String text) {
        return Parser.parse(Source.of("query", text), Set.of());
    }

    /// The query as it was understood, in PubMed's language: brackets wherever operators differ, a tag with every
    /// term. It means the same when parsed again.
    @Override
    public String toString() {
        return Printer.print(root);
    }
}
