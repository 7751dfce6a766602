package org.plumbline.ingest.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview.Status;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;

/// One line of `peer-review.tsv`: a sign in a record, what it says of review by peers, and its words as evidence.
///
/// @param pattern of the whole value, without regard to case
/// @param plain the value itself where it is no pattern, else empty
record PeerReviewRule(Status status, Sign sign, String plain, Pattern pattern, String words) {

    /// Sources that say of each record what type of publication it is.
    static final Set<Source> INDEXES = Set.of(Source.PUBMED, Source.PMC, Source.EUROPE_PMC);

    /// Where in a record the value stands.
    enum Sign {
        TYPE,
        ARTICLE_TYPE,
        NLM_ID,
        ISSN,
        JOURNAL,
        DOI,
        SOURCE_ID,
        STATUS
    }

    private static final String TABLE = "peer-review.tsv";

    /// The table, in its order.
    static final List<PeerReviewRule> ALL = table();

    /// Journal Article, trials and their phases, observational and multicentre studies, reviews, guidelines, cases:
    /// what journals send to review.
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

    boolean appliesTo(SourceRecord record) {
        return (status != Status.JOURNAL_REVIEWS || isSentToReview(record)) && isIn(record);
    }

    private static boolean isSentToReview(SourceRecord record) {
        return record.publicationTypes().stream().anyMatch(type -> RESEARCH_TYPES.contains(type.id()));
    }

    private boolean isIn(SourceRecord record) {
        Journal journal = record.bibliography().journal();
        return switch (sign) {
            case TYPE -> record.publicationTypes().stream().anyMatch(type -> is(type.id()));
            case ARTICLE_TYPE -> is(record.articleType());
            case NLM_ID -> is(journal.nlmId());
            case ISSN -> journal.issns().stream().anyMatch(this::is);
            case JOURNAL -> is(journal.title()) || is(journal.abbreviation());
            case DOI -> {
                String doi = record.ids().doi();
                yield doi != null && !isTypedByAnIndex(record) && is(doi);
            }
            case SOURCE_ID -> record.source() == Source.EUROPE_PMC && is(record.sourceId());
            case STATUS -> record.source() == Source.PUBMED && is(record.status());
        };
    }

    /// An index that types its records types preprints as such; the DOI in one of its articles' records may be that
    /// of the preprint before it.
    private static boolean isTypedByAnIndex(SourceRecord record) {
        return INDEXES.contains(record.source())
                && !(record.publicationTypes().isEmpty() && record.articleType().isEmpty());
    }

    private boolean is(String value) {
        return plain.isEmpty() ? pattern.matcher(value).matches() : plain.equalsIgnoreCase(value);
    }

    private static List<PeerReviewRule> table() {
        try (InputStream in = PeerReviewRule.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + TABLE);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(PeerReviewRule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    private static PeerReviewRule of(String line) {
        String[] cells = line.split("\t", -1);
        Sign sign = Sign.valueOf(cells[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean regex = sign == Sign.DOI || sign == Sign.SOURCE_ID;
        return new PeerReviewRule(
                Status.valueOf(cells[0]),
                sign,
                regex ? "" : cells[2],
                Pattern.compile(regex ? cells[2] : Pattern.quote(cells[2]), Pattern.CASE_INSENSITIVE),
                cells[3]);
    }
}
