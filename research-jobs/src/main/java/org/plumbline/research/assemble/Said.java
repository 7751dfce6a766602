package org.plumbline.research.assemble;

import java.util.Comparator;
import org.plumbline.citations.Label;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Text;
import org.plumbline.citations.Verdict;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.research.claim.WrittenClaim;
import org.plumbline.research.report.LedgerEntry;
import org.plumbline.research.report.ShownQuote;
import org.plumbline.research.retrieve.Retrieved;
import org.plumbline.research.select.Selected;

/// A claim with all that is known of it.
///
/// @param participants how many took part in the article's study, 0 where no sentence says it
record Said(WrittenClaim claim, Selected selected, Retrieved article, Text text, Verdict verdict, int participants) {

    /// By design level, then size, then recency; of an article first what has a clear direction, then as the claims
    /// were made.
    static final Comparator<Said> TABLE_ORDER = Comparator.comparing(Said::design)
            .thenComparing(said -> -said.participants)
            .thenComparing(said -> -said.year())
            .thenComparing(said -> said.article.article().id())
            .thenComparing(said -> said.selected.direction() == null);

    boolean supported() {
        return verdict.label() == Label.SUPPORT;
    }

    DesignLevel.Kind design() {
        return article.design().kind();
    }

    private int year() {
        PublicationDate date = article.article().bibliography().date();
        return date == null ? 0 : date.year();
    }

    LedgerEntry entry(References references) {
        return new LedgerEntry(
                claim.id(),
                claim.articleId(),
                references.number(claim.articleId()),
                claim.wording(),
                claim.check(text).quotes().stream()
                        .map(quote -> ShownQuote.of(text, quote))
                        .toList(),
                verdict);
    }
}
