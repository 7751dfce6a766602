package org.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PeerReview.Status;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;

class PeerReviewSignsTest {

    /// One line a rule or a conflict: source, source id, DOI, journal, NLM id, ISSN, PubMed's status, article type,
    /// publication types; then the status and the evidence.
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            PUBMED     | 1        | 10.9999/a                  |                |           |           | MEDLINE | | D016428         | JOURNAL_REVIEWS   | PubMed: indexed for MEDLINE (status MEDLINE)
            PUBMED     | 1        | 10.9999/a                  |                |           |           | PubMed-not-MEDLINE | | D016428 | UNKNOWN        |
            PUBMED     | 1        |                            |                |           |           | MEDLINE | | D999999         | UNKNOWN           |
            PUBMED     | 1        |                            | Some Journal   |           |           | MEDLINE | | D016421         | NOT_REVIEWED_TYPE | PubMed: publication type Editorial
            PUBMED     | 1        |                            |                |           |           | MEDLINE | | D016428 D016422 | NOT_REVIEWED_TYPE | PubMed: publication type Letter; also: PubMed: indexed for MEDLINE (status MEDLINE)
            PUBMED     | 1        |                            |                |           |           | Publisher | | D016428 D000076942 | PREPRINT      | PubMed: publication type Preprint
            PUBMED     | 1        |                            | medRxiv        | 101767986 |           | Publisher | | D016421       | PREPRINT          | PubMed: server medRxiv; also: PubMed: publication type Editorial
            PUBMED     | 1        |                            | Cochrane Database Syst Rev | 100909747 | 1469-493X | In-Process | | D000078182 | JOURNAL_REVIEWS | PubMed: in the Cochrane Database of Systematic Reviews
            PMC        | PMC1     |                            | Res Sq         |           |           |         | research-article |  | PREPRINT         | PMC: server Research Square
            PMC        | PMC1     | 10.9999/a                  | Any Journal    |           |           |         | research-article |  | UNKNOWN          |
            PMC        | PMC1     | 10.9999/a                  |                |           |           |         | preprint |         | PREPRINT          | PMC: article type preprint
            PMC        | PMC1     | 10.9999/a                  |                |           |           |         | Correction |       | NOT_REVIEWED_TYPE | PMC: article type correction
            JATS       | x        | 10.1101/2020.03.01.20012345 |               |           |           |         | |                 | PREPRINT          | JATS file: a DOI of bioRxiv or medRxiv (10.1101)
            JATS       | x        | 10.1101/123456             |                |           |           |         | |                 | PREPRINT          | JATS file: a DOI of bioRxiv or medRxiv (10.1101)
            JATS       | x        | 10.1101/gad.123.4          | Genes Dev      |           |           |         | |                 | UNKNOWN           |
            JATS       | x        | 10.64898/2026.01.02.123    |                |           |           |         | |                 | PREPRINT          | JATS file: a DOI of bioRxiv or medRxiv (10.64898)
            JATS       | x        | 10.21203/rs.3.rs-1/v1      |                |           |           |         | |                 | PREPRINT          | JATS file: a DOI of Research Square (10.21203/rs)
            EUROPE_PMC | PPR:PPR1 |                            |                |           |           |         | |                 | PREPRINT          | Europe PMC: listed as a preprint (PPR)
            EUROPE_PMC | MED:1    |                            |                |           |           |         | |                 | UNKNOWN           |
            CROSSREF   | 10.9999/a | 10.9999/a                 |                |           |           |         | posted-content |   | PREPRINT          | Crossref: type posted-content
            CROSSREF   | 10.9999/a | 10.9999/a                 |                |           |           |         | journal-article |  | UNKNOWN           |
            """)
    void readsEachSignWithItsSource(
            Source source,
            String id,
            @Nullable String doi,
            @Nullable String journal,
            @Nullable String nlmId,
            @Nullable String issn,
            @Nullable String medlineStatus,
            @Nullable String articleType,
            @Nullable String types,
            Status status,
            @Nullable String evidence) {
        SourceRecord record = record(
                source,
                id,
                doi,
                new Journal(words(journal), "", list(issn), words(nlmId), ""),
                words(medlineStatus),
                words(articleType),
                types);
        assertThat(PeerReviewSigns.read(List.of(record)))
                .isEqualTo(new PeerReview(status, evidence == null ? List.of() : List.of(evidence.split("; "))));
    }

    @Test
    void whatOneRecordSaysAgainstReviewOutweighsAnother() {
        SourceRecord pubmed = record(Source.PUBMED, "1", null, Journal.NONE, "MEDLINE", "", "D016428");
        SourceRecord pmc = record(Source.PMC, "PMC1", null, Journal.NONE, "", "editorial", null);
        assertThat(PeerReviewSigns.read(List.of(pubmed, pmc)))
                .isEqualTo(PeerReviewSigns.read(List.of(pmc, pubmed)))
                .isEqualTo(new PeerReview(
                        Status.NOT_REVIEWED_TYPE,
                        List.of("PMC: article type editorial", "also: PubMed: indexed for MEDLINE (status MEDLINE)")));
    }

    @Test
    void noEvidenceEverSaysPeerReviewed() {
        assertThat(PeerReviewRule.ALL)
                .hasSizeGreaterThan(60)
                .noneMatch(rule -> rule.words().contains("reviewed"));
    }

    private static SourceRecord record(
            Source source,
            String id,
            @Nullable String doi,
            Journal journal,
            String medlineStatus,
            String articleType,
            @Nullable String types) {
        return SourceRecord.draft(source, id, new SourceOrder(1, 1, 0))
                .ids(new ArticleIds(null, null, doi))
                .bibliography(new Bibliography("A title", "", List.of(), journal, null, "", "", "", ""))
                .articleType(articleType)
                .status(medlineStatus)
                .publicationTypes(
                        list(types).stream().map(type -> Term.of(type, "")).toList())
                .record();
    }

    private static String words(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static List<String> list(@Nullable String words) {
        return words == null ? List.of() : Arrays.asList(words.split(" "));
    }
}
