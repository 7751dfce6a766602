package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a record says of its publication and another: "retracted by", "comment on", …
///
/// @param kind what it is
/// @param other the other publication's identifiers, as far as the record gives them
/// @param citation the source's own words for it ("Lancet. 2020;395:1820"), else empty
/// @param date when it came to be so, where the source dates the relation itself: of a notice, its publication
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Relation(
        Kind kind,
        ArticleIds other,
        String citation,
        @Nullable PublicationDate date) {

    /// The kinds, seen from the publication that carries the record. PubMed's RefType names; JATS related-article
    /// types are mapped to them.
    public enum Kind {
        RETRACTION_IN,
        RETRACTION_OF,
        PARTIAL_RETRACTION_IN,
        PARTIAL_RETRACTION_OF,
        EXPRESSION_OF_CONCERN_IN,
        EXPRESSION_OF_CONCERN_FOR,
        ERRATUM_IN,
        ERRATUM_FOR,
        CORRECTED_AND_REPUBLISHED_IN,
        CORRECTED_AND_REPUBLISHED_FROM,
        RETRACTED_AND_REPUBLISHED_IN,
        RETRACTED_AND_REPUBLISHED_FROM,
        REINSTATEMENT_IN,
        REINSTATEMENT_OF,
        UPDATE_IN,
        UPDATE_OF,
        COMMENT_IN,
        COMMENT_ON,
        PREPRINT,
        PUBLISHED_VERSION,
        /// A study's registration names the publication that reports its results.
        REPORTED_IN,
        OTHER
    }

    public Relation {
        citation = citation == null ? "" : citation;
    }

    /// One that its source does not date.
    public Relation(Kind kind, ArticleIds other, String citation) {
        this(kind, other, citation, null);
    }
}
