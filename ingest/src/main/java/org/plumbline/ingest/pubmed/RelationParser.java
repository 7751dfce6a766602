package org.plumbline.ingest.pubmed;

import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.CitedReference;
import org.plumbline.citations.Relation;
import org.plumbline.ingest.text.NoticeDates;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;

/// Reads a CommentsCorrectionsList. Its entries of type Cites are the reference lists of citations before 2019.
final class RelationParser {

    private RelationParser() {}

    static void parse(XmlCursor cursor, CitationDraft draft) throws RefusedXmlException {
        int list = cursor.depth();
        while (cursor.nextChild(list)) {
            String type = cursor.attribute("RefType");
            String words = "";
            ArticleIds other = ArticleIds.NONE;
            int entry = cursor.depth();
            while (cursor.nextChild(entry)) {
                if (cursor.name().equals("RefSource")) {
                    words = cursor.words();
                } else if (cursor.name().equals("PMID")) {
                    other = new ArticleIds(cursor.words(), null, null);
                }
            }
            if (type.equals("Cites")) {
                draft.references.add(new CitedReference("", other, words));
            } else {
                draft.relations.add(NoticeDates.dated(kind(type), other, words));
            }
        }
    }

    /// NLM's RefType; those without a kind of their own (reprints, summaries for patients, datasets) are OTHER.
    static Relation.Kind kind(String refType) {
        return switch (refType) {
            case "RetractionIn" -> Relation.Kind.RETRACTION_IN;
            case "RetractionOf" -> Relation.Kind.RETRACTION_OF;
            case "PartialRetractionIn" -> Relation.Kind.PARTIAL_RETRACTION_IN;
            case "PartialRetractionOf" -> Relation.Kind.PARTIAL_RETRACTION_OF;
            case "ExpressionOfConcernIn" -> Relation.Kind.EXPRESSION_OF_CONCERN_IN;
            case "ExpressionOfConcernFor" -> Relation.Kind.EXPRESSION_OF_CONCERN_FOR;
            case "ErratumIn" -> Relation.Kind.ERRATUM_IN;
            case "ErratumFor" -> Relation.Kind.ERRATUM_FOR;
            case "CorrectedandRepublishedIn" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_IN;
            case "CorrectedandRepublishedFrom" -> Relation.Kind.CORRECTED_AND_REPUBLISHED_FROM;
            case "RetractedandRepublishedIn" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_IN;
            case "RetractedandRepublishedFrom" -> Relation.Kind.RETRACTED_AND_REPUBLISHED_FROM;
            case "UpdateIn" -> Relation.Kind.UPDATE_IN;
            case "UpdateOf" -> Relation.Kind.UPDATE_OF;
            case "CommentIn" -> Relation.Kind.COMMENT_IN;
            case "CommentOn" -> Relation.Kind.COMMENT_ON;
            default -> Relation.Kind.OTHER;
        };
    }
}
