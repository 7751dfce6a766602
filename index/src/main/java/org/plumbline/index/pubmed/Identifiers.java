package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.index.pubmed.TermText.Piece;

/// Reads a term as ids of articles.
final class Identifiers {

    private Identifiers() {}

    /// Any of several PMIDs, or the one.
    static Expression pmids(TermText term) {
        List<Expression> ids = new ArrayList<>();
        for (Piece piece : term.pieces()) {
            String digits = piece.text().replaceAll("[,;]", "");
            if (new ArticleIds(digits, null, null).pmid() == null) {
                throw term.source().refusal(piece.start(), "\"" + piece.text() + "\" is no PMID: write digits");
            }
            ids.add(new Expression.Identifier("pmid:" + digits));
        }
        return ids.size() == 1 ? ids.getFirst() : new Expression.Or(ids);
    }

    static Expression pmcid(TermText term) {
        return identifier(
                term, "pmcid:", new ArticleIds(null, term.written(), null).pmcid(), "a PMCID such as PMC13900");
    }

    static Expression doi(TermText term) {
        return identifier(term, "doi:", new ArticleIds(null, null, term.written()).doi(), "a DOI such as 10.1000/x");
    }

    private static Expression identifier(TermText term, String prefix, @Nullable String id, String wanted) {
        if (id == null) {
            throw term.source().refusal(term.start(), "\"" + term.written() + "\" is not " + wanted);
        }
        return new Expression.Identifier(prefix + id);
    }
}
