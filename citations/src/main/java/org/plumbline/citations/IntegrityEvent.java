package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that happened to a publication after it appeared.
///
/// @param target the alias of the publication it happened to (`pmid:…`, `pmcid:…`, `doi:…`, else the record's key):
///     it is stored by identifier, so an event may come before its article
/// @param date when, as far as the source says
/// @param notice the identifiers of the notice, as far as they are given
/// @param citation the source's words for the notice, else empty
/// @param record the key of the record that said so
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntegrityEvent(
        Kind kind, String target, @Nullable PublicationDate date, ArticleIds notice, String citation, String record) {

    /// What happened.
    public enum Kind {
        RETRACTION,
        PARTIAL_RETRACTION,
        EXPRESSION_OF_CONCERN,
        CORRECTION,
        /// Taken back and published again in another form.
        REPUBLICATION,
        REINSTATEMENT,
        /// A newer version of it exists: a later review, or the published article of a preprint.
        UPDATE
    }

    /// NLM's identifier of the publication type "Retracted Publication".
    private static final String RETRACTED_PUBLICATION = "D016441";

    public IntegrityEvent {
        citation = citation == null ? "" : citation;
    }

    /// The events that a record reports, of itself or of others. A notice is never its own target.
    public static List<IntegrityEvent> in(SourceRecord record) {
        List<IntegrityEvent> events = new ArrayList<>();
        for (Relation relation : record.relations()) {
            ofItself(relation.kind())
                    .ifPresent(kind -> events.add(new IntegrityEvent(
                            kind, self(record), null, relation.other(), relation.citation(), record.key())));
            ofAnother(relation.kind()).ifPresent(kind -> {
                for (String alias : relation.other().aliases()) {
                    events.add(new IntegrityEvent(
                            kind, alias, record.bibliography().date(), record.ids(), "", record.key()));
                }
            });
        }
        boolean retractedByType =
                record.publicationTypes().stream().anyMatch(type -> type.id().equals(RETRACTED_PUBLICATION));
        if (retractedByType && events.stream().noneMatch(event -> event.kind() == Kind.RETRACTION)) {
            events.add(new IntegrityEvent(Kind.RETRACTION, self(record), null, ArticleIds.NONE, "", record.key()));
        }
        return List.copyOf(events);
    }

    private static String self(SourceRecord record) {
        List<String> aliases = record.ids().aliases();
        return aliases.isEmpty() ? record.key() : aliases.getFirst();
    }

    private static Optional<Kind> ofItself(Relation.Kind kind) {
        return switch (kind) {
            case RETRACTION_IN -> Optional.of(Kind.RETRACTION);
            case PARTIAL_RETRACTION_IN -> Optional.of(Kind.PARTIAL_RETRACTION);
            case EXPRESSION_OF_CONCERN_IN -> Optional.of(Kind.EXPRESSION_OF_CONCERN);
            case ERRATUM_IN -> Optional.of(Kind.CORRECTION);
            case CORRECTED_AND_REPUBLISHED_IN -> Optional.of(Kind.REPUBLICATION);
            case RETRACTED_AND_REPUBLISHED_IN -> Optional.of(Kind.RETRACTION);
            case REINSTATEMENT_IN -> Optional.of(Kind.REINSTATEMENT);
            case UPDATE_IN, PUBLISHED_VERSION -> Optional.of(Kind.UPDATE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> ofAnother(Relation.Kind kind) {
        return switch (kind) {
            case RETRACTION_OF -> Optional.of(Kind.RETRACTION);
            case PARTIAL_RETRACTION_OF -> Optional.of(Kind.PARTIAL_RETRACTION);
            case EXPRESSION_OF_CONCERN_FOR -> Optional.of(Kind.EXPRESSION_OF_CONCERN);
            case ERRATUM_FOR -> Optional.of(Kind.CORRECTION);
            case CORRECTED_AND_REPUBLISHED_FROM -> Optional.of(Kind.REPUBLICATION);
            case RETRACTED_AND_REPUBLISHED_FROM -> Optional.of(Kind.RETRACTION);
            case REINSTATEMENT_OF -> Optional.of(Kind.REINSTATEMENT);
            case UPDATE_OF, PREPRINT -> Optional.of(Kind.UPDATE);
            default -> Optional.empty();
        };
    }
}
