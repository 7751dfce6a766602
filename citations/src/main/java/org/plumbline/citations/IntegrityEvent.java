package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that happened to a publication after it appeared.
///
/// @param target the alias of the publication it happened to (`pmid:…`, `pmcid:…`, `doi:…`, else the record's key;
///     `study:…` for whatever states that registry number): it is stored by identifier, so an event may come before
///     its article
/// @param date when, as far as the source says
/// @param notice the identifiers of the notice, as far as they are given
/// @param citation the source's words for the notice, else empty
/// @param record the key of the record that said so
/// @param studyIds a registration's numbers, else empty
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntegrityEvent(
        Kind kind,
        String target,
        @Nullable PublicationDate date,
        ArticleIds notice,
        String citation,
        String record,
        List<String> studyIds) {

    /// What happened. [#PREPRINT] and [#REGISTRATION] touch nobody's integrity: they travel the same way because
    /// they too are said of a publication by its identifier, and an article's list of events never shows them.
    public enum Kind {
        RETRACTION,
        /// Taken back, and published again in another form under an identifier of its own.
        RETRACTION_WITH_REPUBLICATION,
        PARTIAL_RETRACTION,
        EXPRESSION_OF_CONCERN,
        CORRECTION,
        /// Corrected, and published again as a whole.
        REPUBLICATION,
        REINSTATEMENT,
        /// A newer version of it exists: a later review, or the published article of a preprint.
        UPDATE,
        /// The notice is its preprint.
        PREPRINT,
        /// A registry names it as a report of a study.
        REGISTRATION;

        /// Whether it says anything about the publication's integrity.
        public boolean touchesIntegrity() {
            return this != PREPRINT && this != REGISTRATION;
        }

        /// Whether it takes a publication back as a whole.
        public boolean isWholeRetraction() {
            return this == RETRACTION || this == RETRACTION_WITH_REPUBLICATION;
        }
    }

    /// NLM's identifier of the publication type "Retracted Publication".
    private static final String RETRACTED_PUBLICATION = "D016441";

    public IntegrityEvent {
        citation = citation == null ? "" : citation;
        studyIds = studyIds == null ? List.of() : List.copyOf(studyIds);
    }

    public IntegrityEvent(
            Kind kind,
            String target,
            @Nullable PublicationDate date,
            ArticleIds notice,
            String citation,
            String record) {
        this(kind, target, date, notice, citation, record, List.of());
    }

    /// The target by which a registration reaches whatever states its number.
    ///
    /// @param number normalised
    public static String ofStudy(String number) {
        return "study:" + number;
    }

    /// The events that a record reports, of itself or of others.
    public static List<IntegrityEvent> in(SourceRecord record) {
        List<IntegrityEvent> events = new ArrayList<>();
        for (Relation relation : record.relations()) {
            ofItself(relation.kind()).ifPresent(kind -> events.add(ofItself(kind, relation, record)));
            ofAnother(relation.kind(), record).ifPresent(kind -> addOfAnother(kind, relation, record, events));
        }
        boolean typed = hasType(record, RETRACTED_PUBLICATION);
        if (typed && events.stream().noneMatch(event -> event.kind().isWholeRetraction())) {
            events.add(new IntegrityEvent(Kind.RETRACTION, self(record), null, ArticleIds.NONE, "", record.key()));
        }
        if (record.source().role() == Source.Role.REGISTRATIONS) {
            record.registryNumbers()
                    .forEach(number -> events.add(registration(ofStudy(number), ArticleIds.NONE, record)));
        }
        return List.copyOf(events);
    }

    /// A record that names itself as its notice still says what happened to it; such a notice is none.
    private static IntegrityEvent ofItself(Kind kind, Relation relation, SourceRecord record) {
        boolean namesItself =
                relation.other().aliases().stream().anyMatch(record.ids().aliases()::contains);
        ArticleIds notice = namesItself ? ArticleIds.NONE : relation.other();
        return new IntegrityEvent(kind, self(record), relation.date(), notice, relation.citation(), record.key());
    }

    private static void addOfAnother(Kind kind, Relation relation, SourceRecord record, List<IntegrityEvent> events) {
        PublicationDate date = relation.date() == null ? record.bibliography().date() : relation.date();
        boolean wordsOfTheNotice = record.source().role() == Source.Role.NOTICES;
        String citation = wordsOfTheNotice ? relation.citation() : "";
        for (String alias : relation.other().aliases()) {
            events.add(
                    kind == Kind.REGISTRATION
                            ? registration(alias, ArticleIds.NONE, record)
                            : new IntegrityEvent(kind, alias, date, record.ids(), citation, record.key()));
        }
    }

    private static IntegrityEvent registration(String target, ArticleIds notice, SourceRecord record) {
        return new IntegrityEvent(Kind.REGISTRATION, target, null, notice, "", record.key(), record.registryNumbers());
    }

    /// The alias that only this record's article can have, so that an event of the record itself reaches no other,
    /// whatever wrong ids the record states.
    private static String self(SourceRecord record) {
        return switch (record.source()) {
            case PUBMED -> "pmid:" + record.sourceId();
            case PMC -> "pmcid:" + record.sourceId();
            case CROSSREF -> "doi:" + record.sourceId();
            case JATS, DOCUMENT, CITATION, EUROPE_PMC, RETRACTION_WATCH, NOTICE_LIST, CLINICAL_TRIALS -> record.key();
        };
    }

    private static boolean hasType(SourceRecord record, String id) {
        return record.publicationTypes().stream().anyMatch(type -> type.id().equals(id));
    }

    private static Optional<Kind> ofItself(Relation.Kind kind) {
        return switch (kind) {
            case RETRACTION_IN -> Optional.of(Kind.RETRACTION);
            case PARTIAL_RETRACTION_IN -> Optional.of(Kind.PARTIAL_RETRACTION);
            case EXPRESSION_OF_CONCERN_IN -> Optional.of(Kind.EXPRESSION_OF_CONCERN);
            case ERRATUM_IN -> Optional.of(Kind.CORRECTION);
            case CORRECTED_AND_REPUBLISHED_IN -> Optional.of(Kind.REPUBLICATION);
            case RETRACTED_AND_REPUBLISHED_IN -> Optional.of(Kind.RETRACTION_WITH_REPUBLICATION);
            case REINSTATEMENT_IN -> Optional.of(Kind.REINSTATEMENT);
            case UPDATE_IN, PUBLISHED_VERSION -> Optional.of(Kind.UPDATE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> ofAnother(Relation.Kind kind, SourceRecord record) {
        return switch (kind) {
            case RETRACTION_OF -> Optional.of(Kind.RETRACTION);
            case PARTIAL_RETRACTION_OF -> Optional.of(Kind.PARTIAL_RETRACTION);
            case EXPRESSION_OF_CONCERN_FOR -> Optional.of(Kind.EXPRESSION_OF_CONCERN);
            case ERRATUM_FOR -> Optional.of(Kind.CORRECTION);
            case CORRECTED_AND_REPUBLISHED_FROM -> Optional.of(Kind.REPUBLICATION);
            case RETRACTED_AND_REPUBLISHED_FROM -> Optional.of(Kind.RETRACTION_WITH_REPUBLICATION);
            case REINSTATEMENT_OF -> Optional.of(Kind.REINSTATEMENT);
            case UPDATE_OF, PREPRINT -> Optional.of(Kind.UPDATE);
            case PUBLISHED_VERSION -> Optional.of(Kind.PREPRINT);
            case UPDATE_IN -> record.isTypedPreprint() ? Optional.of(Kind.PREPRINT) : Optional.empty();
            case REPORTED_IN -> Optional.of(Kind.REGISTRATION);
            default -> Optional.empty();
        };
    }
}
