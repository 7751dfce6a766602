package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// One publication: a pure function of its records and of the events that concern it.
///
/// @param id the first there is of `pmid:`, `pmcid:`, `doi:`, `sha256:`
/// @param aliases every id it has or once had, its own id among them, sorted
/// @param texts its texts, fullest first: full text before abstract
/// @param studyIds what names the study it reports: registry numbers, normalised, sorted
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Article(
        String id,
        ArticleIds ids,
        List<String> aliases,
        Bibliography bibliography,
        List<String> articleTypes,
        List<Term> publicationTypes,
        List<Term> mesh,
        List<String> keywords,
        List<String> studyIds,
        List<Grant> grants,
        List<Relation> relations,
        List<IntegrityEvent> events,
        Standing standing,
        PeerReview peerReview,
        String license,
        String funding,
        String competingInterests,
        List<ArticleText> texts) {

    /// One of an article's texts and the key of the record that it was made from.
    public record ArticleText(TextId textId, TextKind kind, String record) {}

    public Article {
        aliases = List.copyOf(aliases);
        articleTypes = articleTypes == null ? List.of() : List.copyOf(articleTypes);
        publicationTypes = publicationTypes == null ? List.of() : List.copyOf(publicationTypes);
        mesh = mesh == null ? List.of() : List.copyOf(mesh);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        studyIds = studyIds == null ? List.of() : List.copyOf(studyIds);
        grants = grants == null ? List.of() : List.copyOf(grants);
        relations = relations == null ? List.of() : List.copyOf(relations);
        events = events == null ? List.of() : List.copyOf(events);
        license = license == null ? "" : license;
        funding = funding == null ? "" : funding;
        competingInterests = competingInterests == null ? "" : competingInterests;
        texts = texts == null ? List.of() : List.copyOf(texts);
    }
}
