package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one source delivered about a publication (design word: *record*). Its words are in the text it names.
///
/// @param sourceId the source's own id: a PMID, a PMCID, a DOI or a digest
/// @param deleted a tombstone: the source took the record back; everything but source, id and order is empty then
/// @param textId the text made from it; null for a tombstone and for a record without title and abstract
/// @param articleType the source's own word for the kind of article (JATS article-type; PubMed has none)
/// @param keywords the authors' keywords
/// @param registryNumbers trial registration numbers as written, such as NCT01234567 or ISRCTN12345678
/// @param license SPDX-like code as PMC writes it ("CC BY", "CC BY-NC", "CC0", "TDM"), empty where not known
/// @param funding the funding statement in the source's words, else empty
/// @param competingInterests the conflict-of-interest statement in the source's words, else empty
/// @param status PubMed's MedlineCitation Status, else empty
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceRecord(
        Source source,
        String sourceId,
        SourceOrder order,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted,
        ArticleIds ids,
        @Nullable TextId textId,
        Bibliography bibliography,
        String articleType,
        String status,
        List<Term> publicationTypes,
        List<Term> mesh,
        List<String> keywords,
        List<String> registryNumbers,
        List<Grant> grants,
        List<Relation> relations,
        List<CitedReference> references,
        String license,
        String funding,
        String competingInterests) {

    /// NLM's identifier of the publication type "Preprint".
    private static final String PREPRINT = "D000076942";

    public SourceRecord {
        articleType = articleType == null ? "" : articleType;
        status = status == null ? "" : status;
        publicationTypes = publicationTypes == null ? List.of() : List.copyOf(publicationTypes);
        mesh = mesh == null ? List.of() : List.copyOf(mesh);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        registryNumbers = registryNumbers == null ? List.of() : List.copyOf(registryNumbers);
        grants = grants == null ? List.of() : List.copyOf(grants);
        relations = relations == null ? List.of() : List.copyOf(relations);
        references = references == null ? List.of() : List.copyOf(references);
        license = license == null ? "" : license;
        funding = funding == null ? "" : funding;
        competingInterests = competingInterests == null ? "" : competingInterests;
    }

    /// A record that is to be made.
    public static RecordDraft draft(Source source, String sourceId, SourceOrder order) {
        return RecordDraft.of(source, sourceId, order);
    }

    /// The mark that the source took a record back.
    public static SourceRecord tombstone(Source source, String sourceId, SourceOrder order) {
        return RecordDraft.tombstone(source, sourceId, order).record();
    }

    /// Whether the record's own types call it a preprint: NLM's publication type, or the article type.
    @JsonIgnore
    public boolean isTypedPreprint() {
        return articleType.equalsIgnoreCase("preprint")
                || publicationTypes.stream().anyMatch(type -> type.id().equals(PREPRINT));
    }

    /// The key under which the newest of a source's records is kept: `PUBMED:12345678`.
    @JsonIgnore
    public String key() {
        return source + ":" + sourceId;
    }
}
