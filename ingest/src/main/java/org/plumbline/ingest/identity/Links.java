package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Source;
import org.plumbline.citations.Source.Role;
import org.plumbline.citations.SourceRecord;

/// What may tie a record to another of the same publication: strings that both carry.
public final class Links {

    private static final Set<Source> MAY_HAVE_NO_ID =
            Set.of(Source.JATS, Source.DOCUMENT, Source.CITATION, Source.EUROPE_PMC);

    private Links() {}

    /// A live record's links, strongest first: `pmid:`, `pmcid:`, `doi:`, `title:` (the fingerprint). Metadata are
    /// tied by their DOI only; notices and registrations, like tombstones, by nothing: they speak of publications
    /// through events.
    public static List<String> of(SourceRecord record) {
        if (record.deleted()) {
            return List.of();
        }
        return switch (record.source().role()) {
            case PUBLICATIONS -> ofPublication(record);
            case METADATA ->
                record.ids().doi() == null
                        ? List.of()
                        : List.of("doi:" + record.ids().doi());
            case NOTICES, REGISTRATIONS -> List.of();
        };
    }

    private static List<String> ofPublication(SourceRecord record) {
        List<String> links = new ArrayList<>(record.ids().aliases());
        Fingerprint.of(record.bibliography()).ifPresent(links::add);
        return List.copyOf(links);
    }

    /// The targets by which a registration may reach a live record: `study:` and each registry number it states.
    /// They tie no records to each other.
    public static List<String> studies(SourceRecord record) {
        boolean describes =
                record.source().role() == Role.PUBLICATIONS || record.source().role() == Role.METADATA;
        return !describes || record.deleted()
                ? List.of()
                : StudyIds.normalised(record.registryNumbers()).stream()
                        .map(IntegrityEvent::ofStudy)
                        .toList();
    }

    /// The ids under which a publication may have been known because of this record: its own, and for JATS from a
    /// folder a digest that names it where it has none. What describes no publication has none.
    public static List<String> ids(SourceRecord record) {
        if (record.source().role() != Role.PUBLICATIONS) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(record.ids().aliases());
        own(record).filter(own -> !ids.contains(own)).ifPresent(ids::add);
        if (MAY_HAVE_NO_ID.contains(record.source())) {
            ids.add(digestId(record));
        }
        return List.copyOf(ids);
    }

    /// The id that only this record can rightly have: a PubMed record its PMID, a PMC record its PMCID.
    static Optional<String> own(SourceRecord record) {
        return switch (record.source()) {
            case PUBMED -> Optional.of("pmid:" + record.sourceId());
            case PMC -> Optional.of("pmcid:" + record.sourceId());
            case JATS, DOCUMENT, CITATION, EUROPE_PMC, CROSSREF, RETRACTION_WATCH, NOTICE_LIST, CLINICAL_TRIALS ->
                Optional.empty();
        };
    }

    /// The id of last resort: `sha256:` of the text where the source id is that digest, else of the record's key.
    static String digestId(SourceRecord record) {
        boolean isDigest = record.sourceId().matches("[0-9a-f]{64}");
        return "sha256:" + (isDigest ? record.sourceId() : Digests.sha256(record.key()));
    }
}
