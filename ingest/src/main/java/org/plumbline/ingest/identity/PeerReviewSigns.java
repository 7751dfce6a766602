package org.plumbline.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PeerReview.Status;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;

/// What the records of a publication say about its review by peers. No source says it of an article: preprints and
/// kinds of articles that nobody reviews are told by their types, the rest at most by their journal. Publication
/// types are matched on NLM's unique identifiers.
final class PeerReviewSigns {

    private static final String PREPRINT = "D000076942";

    private static final Map<String, String> NOT_REVIEWED_TYPES = Map.of(
            "D016421", "Editorial",
            "D016422", "Letter",
            "D016420", "Comment",
            "D016433", "News",
            "D016425", "Published Erratum",
            "D016440", "Retraction Notice",
            "D019215", "Biography",
            "D017203", "Interview");

    private static final Set<String> NOT_REVIEWED_ARTICLE_TYPES = Set.of(
            "editorial",
            "letter",
            "reply",
            "article-commentary",
            "news",
            "correction",
            "retraction",
            "partial-retraction",
            "expression-of-concern",
            "obituary",
            "book-review",
            "announcement",
            "calendar",
            "in-brief",
            "introduction",
            "product-review");

    /// Journal Article, trials and their phases, observational and multicentre studies, reviews, guidelines, cases.
    private static final Set<String> RESEARCH_TYPES = Set.of(
            "D016428",
            "D016449",
            "D016430",
            "D018848",
            "D017426",
            "D017427",
            "D017428",
            "D017429",
            "D016448",
            "D064888",
            "D003160",
            "D023361",
            "D016454",
            "D000078182",
            "D017418",
            "D016431",
            "D017065",
            "D002363",
            "D000073843",
            "D065007",
            "D000068397");

    /// NLM's ids of the preprint servers in PubMed: bioRxiv, medRxiv.
    private static final Set<String> PREPRINT_SERVER_IDS = Set.of("101680187", "101767986");

    private static final Set<String> PREPRINT_SERVERS = Set.of(
            "biorxiv",
            "medrxiv",
            "research square",
            "res sq",
            "arxiv",
            "ssrn",
            "chemrxiv",
            "psyarxiv",
            "preprints.org",
            "authorea",
            "techrxiv");

    private PeerReviewSigns() {}

    static PeerReview read(List<SourceRecord> records) {
        List<String> preprint = new ArrayList<>();
        List<String> notReviewed = new ArrayList<>();
        List<String> reviewing = new ArrayList<>();
        for (SourceRecord record : records) {
            preprintSigns(record, preprint);
            typeSigns(record, notReviewed);
            journalSigns(record, reviewing);
        }
        if (!preprint.isEmpty()) {
            return new PeerReview(Status.PREPRINT, distinct(preprint));
        }
        if (!notReviewed.isEmpty()) {
            return new PeerReview(Status.NOT_REVIEWED_TYPE, distinct(notReviewed));
        }
        Status status = reviewing.isEmpty() ? Status.UNKNOWN : Status.JOURNAL_REVIEWS;
        return new PeerReview(status, distinct(reviewing));
    }

    private static void preprintSigns(SourceRecord record, List<String> signs) {
        if (record.publicationTypes().stream().anyMatch(type -> type.id().equals(PREPRINT))) {
            signs.add("publication type Preprint");
        }
        if (record.articleType().equalsIgnoreCase("preprint")) {
            signs.add("JATS article-type preprint");
        }
        Journal journal = record.bibliography().journal();
        boolean byName = PREPRINT_SERVERS.contains(journal.title().toLowerCase(Locale.ROOT))
                || PREPRINT_SERVERS.contains(journal.abbreviation().toLowerCase(Locale.ROOT));
        if (byName || PREPRINT_SERVER_IDS.contains(journal.nlmId())) {
            signs.add("preprint server " + (journal.title().isEmpty() ? journal.nlmId() : journal.title()));
        }
    }

    private static void typeSigns(SourceRecord record, List<String> signs) {
        for (Term type : record.publicationTypes()) {
            String name = NOT_REVIEWED_TYPES.get(type.id());
            if (name != null) {
                signs.add("publication type " + name);
            }
        }
        String articleType = record.articleType().toLowerCase(Locale.ROOT);
        if (NOT_REVIEWED_ARTICLE_TYPES.contains(articleType)) {
            signs.add("JATS article-type " + articleType);
        }
    }

    private static void journalSigns(SourceRecord record, List<String> signs) {
        boolean research = record.publicationTypes().stream().anyMatch(type -> RESEARCH_TYPES.contains(type.id()));
        if (record.source() == Source.PUBMED && record.status().equals("MEDLINE") && research) {
            signs.add("indexed for MEDLINE (status MEDLINE)");
        }
    }

    private static List<String> distinct(List<String> signs) {
        return signs.stream().distinct().toList();
    }
}
