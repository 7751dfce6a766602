package org.plumbline.citations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record that is being made, or one that is being changed: what is not said stays empty, or as it was. For one
/// thread.
public final class RecordDraft {

    private final Source source;
    private final String sourceId;
    private final boolean deleted;
    private SourceOrder order;
    private ArticleIds ids = ArticleIds.NONE;
    private @Nullable TextId textId;
    private Bibliography bibliography = Bibliography.NONE;
    private String articleType = "";
    private String status = "";
    private List<Term> publicationTypes = List.of();
    private List<Term> mesh = List.of();
    private List<String> keywords = List.of();
    private List<String> registryNumbers = List.of();
    private List<Grant> grants = List.of();
    private List<Relation> relations = List.of();
    private List<CitedReference> references = List.of();
    private String license = "";
    private String funding = "";
    private String competingInterests = "";

    private RecordDraft(Source source, String sourceId, SourceOrder order, boolean deleted) {
        this.source = source;
        this.sourceId = sourceId;
        this.order = order;
        this.deleted = deleted;
    }

    private RecordDraft(SourceRecord of) {
        source = of.source();
        sourceId = of.sourceId();
        deleted = of.deleted();
        order = of.order();
        ids = of.ids();
        textId = of.textId();
        bibliography = of.bibliography();
        articleType = of.articleType();
        status = of.status();
        publicationTypes = of.publicationTypes();
        mesh = of.mesh();
        keywords = of.keywords();
        registryNumbers = of.registryNumbers();
        grants = of.grants();
        relations = of.relations();
        references = of.references();
        license = of.license();
        funding = of.funding();
        competingInterests = of.competingInterests();
    }

    static RecordDraft of(Source source, String sourceId, SourceOrder order) {
        return new RecordDraft(source, sourceId, order, false);
    }

    static RecordDraft tombstone(Source source, String sourceId, SourceOrder order) {
        return new RecordDraft(source, sourceId, order, true);
    }

    /// For changing a record; it stays as it is.
    public static RecordDraft of(SourceRecord record) {
        return new RecordDraft(record);
    }

    public RecordDraft order(SourceOrder newOrder) {
        order = newOrder;
        return this;
    }

    public RecordDraft ids(ArticleIds newIds) {
        ids = newIds;
        return this;
    }

    public RecordDraft textId(@Nullable TextId newTextId) {
        textId = newTextId;
        return this;
    }

    public RecordDraft bibliography(Bibliography newBibliography) {
        bibliography = newBibliography;
        return this;
    }

    public RecordDraft articleType(String newArticleType) {
        articleType = newArticleType;
        return this;
    }

    public RecordDraft status(String newStatus) {
        status = newStatus;
        return this;
    }

    public RecordDraft publicationTypes(List<Term> newPublicationTypes) {
        publicationTypes = newPublicationTypes;
        return this;
    }

    public RecordDraft mesh(List<Term> newMesh) {
        mesh = newMesh;
        return this;
    }

    public RecordDraft keywords(List<String> newKeywords) {
        keywords = newKeywords;
        return this;
    }

    public RecordDraft registryNumbers(List<String> newRegistryNumbers) {
        registryNumbers = newRegistryNumbers;
        return this;
    }

    public RecordDraft grants(List<Grant> newGrants) {
        grants = newGrants;
        return this;
    }

    public RecordDraft relations(List<Relation> newRelations) {
        relations = newRelations;
        return this;
    }

    public RecordDraft references(List<CitedReference> newReferences) {
        references = newReferences;
        return this;
    }

    public RecordDraft license(String newLicense) {
        license = newLicense;
        return this;
    }

    public RecordDraft funding(String newFunding) {
        funding = newFunding;
        return this;
    }

    public RecordDraft competingInterests(String newCompetingInterests) {
        competingInterests = newCompetingInterests;
        return this;
    }

    /// The record as it was made.
    public SourceRecord record() {
        return new SourceRecord(
                source,
                sourceId,
                order,
                deleted,
                ids,
                textId,
                bibliography,
                articleType,
                status,
                publicationTypes,
                mesh,
                keywords,
                registryNumbers,
                grants,
                relations,
                references,
                license,
                funding,
                competingInterests);
    }
}
