package org.plumbline.index.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.index.pubmed.TermText.Piece;

/// Reads a term as ids of articles.
final class Identifiers {

    private static final Pattern ID = Pattern.compile("[^,;]+");

    private Identifiers() {}

    /// Any of several PMIDs, or the one.
    static Expression pmids(TermText term) {
        List<Expression> ids = new ArrayList<>();
        for (Piece piece : term.pieces()) {
            if (piece.start() > term.start() && term.source().text().charAt(piece.start() - 1) == ':') {
                throw term.source()
                        .refusal(piece.start() - 1, "a range of PMIDs is not read: write each of them, or their dates");
            }
            Matcher id = ID.matcher(piece.text());
            while (id.find()) {
                ids.add(pmid(id.group(), piece.start() + id.start(), term.source()));
            }
        }
        if (ids.isEmpty()) {
            throw term.source().refusal(term.start(), "\"" + term.written() + "\" is no PMID: write digits");
        }
        return ids.size() == 1 ? ids.getFirst() : new Expression.Or(ids);
    }

    private static Expression pmid(String digits, int at, Source source) {
        if (new ArticleIds(digits, null, null).pmid() == null) {
            throw source.refusal(at, "\"" + digits + "\" is no PMID: write digits");
        }
        return new Expression.Identifier("pmid:" + digits);
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
