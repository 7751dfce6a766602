package org.plumbline.ingest.retractions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation.Kind;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.Delivery;

/// Reads a pair: `pmid, …, pmidRetraction, yearRetracted, monthRetracted, retractionType`, with PubMed's RefType
/// (RetractionIn where there is none).
final class PairRow {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private PairRow() {}

    static boolean isHead(Map<String, Integer> columns) {
        return Cells.has(columns, "pmid") && Cells.has(columns, "pmidRetraction");
    }

    /// What the row says.
    ///
    /// @throws BadRowException where it says nothing that is known
    static Delivery deliver(Cells cells, SourceOrder order) {
        ArticleIds target = new ArticleIds(cells.of("pmid"), null, null);
        ArticleIds ids = new ArticleIds(cells.of("pmidRetraction"), null, null);
        if (target.pmid() == null) {
            throw new BadRowException("pmid \"" + cells.of("pmid") + "\" is no PMID; correct the row");
        }
        Kind kind = kind(cells.of("retractionType"));
        Notice notice = new Notice(kind, ids, findDate(cells).orElse(null), List.of(target), "");
        String sourceId = target.pmid() + "-" + kind + "-" + (ids.pmid() == null ? "unknown" : ids.pmid());
        return notice.read(Source.NOTICE_LIST, sourceId, order);
    }

    private static Kind kind(String refType) {
        return switch (refType) {
            case "", "RetractionIn" -> Kind.RETRACTION_OF;
            case "PartialRetractionIn" -> Kind.PARTIAL_RETRACTION_OF;
            case "ExpressionOfConcernIn" -> Kind.EXPRESSION_OF_CONCERN_FOR;
            case "ErratumIn" -> Kind.ERRATUM_FOR;
            case "CorrectedandRepublishedIn" -> Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "RetractedandRepublishedIn" -> Kind.RETRACTED_AND_REPUBLISHED_FROM;
            default -> throw new BadRowException("retractionType \"" + refType + "\" is not known; correct the row");
        };
    }

    private static Optional<PublicationDate> findDate(Cells cells) {
        String year = cells.of("yearRetracted");
        return year.matches("[12][0-9]{3}")
                ? Optional.of(
                        new PublicationDate(Integer.parseInt(year), MONTHS.indexOf(cells.of("monthRetracted")) + 1, 0))
                : Optional.empty();
    }
}
