package org.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Term;
import org.plumbline.ingest.identity.RandomPublications.Delivered;

class IdentityTest {

    private static final String TITLE = "A made-up trial of something against something else in somebody";

    @Test
    void orderAndRepetitionOfTheIntakeDoNotMatter() {
        for (long seed = 1; seed <= 40; seed++) {
            orderDoesNotMatter(seed, 60);
        }
    }

    @Test
    @Tag("soak")
    void orderAndRepetitionDoNotMatterInTheLongRun() {
        for (long seed = 1000; seed <= 3000; seed++) {
            orderDoesNotMatter(seed, 80);
        }
    }

    private static void orderDoesNotMatter(long seed, int publications) {
        List<SourceRecord> deliveries = deliveries(seed, publications);
        List<Article> expected = articles(deliveries);
        List<SourceRecord> shuffled = new ArrayList<>(deliveries);
        shuffled.addAll(deliveries.subList(0, deliveries.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(articles(shuffled)).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void componentsResolvedApartGiveTheSameArticles() {
        for (long seed = 100; seed <= 130; seed++) {
            Collection<KnownRecord> known = KnownRecord.newest(deliveries(seed, 60));
            List<IntegrityEvent> events = events(known);
            List<Article> apart = Components.of(known).stream()
                    .flatMap(component -> Identity.articles(component, events).stream())
                    .sorted(Comparator.comparing(Article::id))
                    .toList();
            assertThat(apart).as("seed %d", seed).isEqualTo(Identity.articles(known, events));
        }
    }

    @Test
    void idsAndAliasesLeadToOneArticleEach() {
        for (long seed = 200; seed <= 240; seed++) {
            Collection<KnownRecord> known = KnownRecord.newest(deliveries(seed, 60));
            List<Article> articles = Identity.articles(known, List.of());
            List<String> aliases = articles.stream()
                    .flatMap(article -> article.aliases().stream())
                    .toList();
            assertThat(aliases).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(articles).allMatch(article -> article.aliases().contains(article.id()));
        }
    }

    @Test
    void noArticleHoldsTwoRecordsOfOneSource() {
        for (long seed = 300; seed <= 340; seed++) {
            List<SourceRecord> live = KnownRecord.newest(deliveries(seed, 60)).stream()
                    .map(KnownRecord::record)
                    .filter(record -> !record.deleted() && record.source().role() == Source.Role.PUBLICATIONS)
                    .toList();
            for (Cluster cluster : Clusterer.cluster(live)) {
                assertThat(cluster.records())
                        .as("seed %d", seed)
                        .extracting(SourceRecord::source)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyFormerArticleIdOfALivePublicationKeepsResolving() {
        for (long seed = 400; seed <= 430; seed++) {
            List<SourceRecord> deliveries = deliveries(seed, 40);
            Set<String> former = new HashSet<>();
            for (int seen = 1; seen <= deliveries.size(); seen += 7) {
                articles(deliveries.subList(0, seen)).forEach(article -> former.add(article.id()));
            }
            Set<String> resolvable = articles(deliveries).stream()
                    .flatMap(article -> article.aliases().stream())
                    .collect(Collectors.toSet());
            Set<String> live = KnownRecord.newest(deliveries).stream()
                    .filter(known -> !known.record().deleted())
                    .flatMap(known -> known.everStated().stream())
                    .collect(Collectors.toSet());
            former.retainAll(live);
            assertThat(resolvable).as("seed %d", seed).containsAll(former);
        }
    }

    @Test
    void twinsBecomeOneArticleWithThePmidAsItsId() {
        Article article = only(articles(List.of(pubmed(1, null, "10.9999/a", 1), pmc(5, "1", "10.9999/a", TITLE))));
        assertThat(article.id()).isEqualTo("pmid:1");
        assertThat(article.aliases()).containsExactly("doi:10.9999/a", "pmcid:PMC5", "pmid:1");
        assertThat(article.license()).isEqualTo("CC BY");
    }

    @Test
    void aFingerprintJoinsWhatHasNoIdInCommon() {
        assertThat(articles(List.of(pubmed(1, null, null, 1), pmc(5, null, null, TITLE.toUpperCase(Locale.ROOT)))))
                .hasSize(1);
        assertThat(articles(List.of(pubmed(1, null, "10.9999/a", 1), pmc(5, null, "10.9999/b", TITLE))))
                .as("two DOIs")
                .hasSize(2);
    }

    @Test
    void aWrongDoiDoesNotGlueTwoPublicationsThatPmidsTellApart() {
        List<Article> articles = articles(List.of(
                pubmed(1, null, "10.9999/b", 1), pubmed(2, null, "10.9999/b", 1), pmc(5, "2", "10.9999/b", "Other")));
        assertThat(articles).extracting(Article::id).containsExactly("pmid:1", "pmid:2");
        assertThat(articles.getLast().ids().pmcid()).isEqualTo("PMC5");
    }

    @Test
    void aRevisionThatCorrectsAnIdUndoesAWrongLink() {
        SourceRecord wrong = pubmed(1, null, "10.9999/b", 1);
        SourceRecord right = pubmed(1, null, "10.9999/a", 2);
        SourceRecord other = pmc(5, null, "10.9999/b", "Another title, long enough to be a fingerprint of its own");
        assertThat(articles(List.of(wrong, other))).hasSize(1);
        List<Article> articles = articles(List.of(wrong, other, right));
        assertThat(articles).extracting(Article::id).containsExactly("pmcid:PMC5", "pmid:1");
        assertThat(articles.getFirst().aliases()).containsExactly("doi:10.9999/b", "pmcid:PMC5");
        assertThat(articles.getLast().aliases()).containsExactly("doi:10.9999/a", "pmid:1");
    }

    @Test
    void aDeletedRecordsIdLeadsToItsTwin() {
        SourceRecord deleted = SourceRecord.tombstone(Source.PUBMED, "1", new SourceOrder(9, 1, 0));
        Article article =
                only(articles(List.of(pubmed(1, null, "10.9999/a", 1), pmc(5, null, "10.9999/a", TITLE), deleted)));
        assertThat(article.id()).isEqualTo("pmcid:PMC5");
        assertThat(article.aliases()).contains("pmid:1");
    }

    @Test
    void aRetractionMarksItsTargetAndNeverTheNotice() {
        SourceRecord notice = with(
                pubmed(2, null, null, 1),
                new Relation(Relation.Kind.RETRACTION_OF, new ArticleIds("1", null, null), ""));
        List<Article> articles = articles(List.of(notice, pubmed(1, null, "10.9999/a", 1)));
        assertThat(articles).extracting(Article::standing).containsExactly(Standing.RETRACTED, Standing.NO_KNOWN_EVENT);
    }

    @Test
    void aCorrectionIsNeverARetraction() {
        SourceRecord corrected = with(
                pubmed(1, null, null, 1), new Relation(Relation.Kind.ERRATUM_IN, new ArticleIds("2", null, null), ""));
        assertThat(only(articles(List.of(corrected))).standing()).isEqualTo(Standing.CORRECTED);
    }

    @Test
    void saysWhatMakesItBelieveInAReview() {
        PeerReview review = only(articles(List.of(pubmed(1, null, null, 1)))).peerReview();
        assertThat(review)
                .isEqualTo(new PeerReview(
                        PeerReview.Status.JOURNAL_REVIEWS, List.of("PubMed: indexed for MEDLINE (status MEDLINE)")));
    }

    @Test
    void writesRegistryNumbersInOneSpelling() {
        assertThat(StudyIds.normalised(
                        List.of("nct 01234567", "ClinicalTrials.gov: NCT01234567", "ISRCTN 12345678", "my study 7")))
                .containsExactly("ISRCTN12345678", "MYSTUDY7", "NCT01234567");
    }

    @ParameterizedTest
    @CsvSource({
        "NCT-01234567, NCT01234567",
        "isrctn 12345678, ISRCTN12345678",
        "ISCRTN12345678, ISRCTN12345678",
        "EudraCT 2004-000446-20, 2004-000446-20",
        "EudraCT number: 2004-000446-20, 2004-000446-20",
        "EUCTR2004-000446-20-GB, 2004-000446-20",
        "2022-500000-12-00, 2022-500000-12-00",
        "CTIS2022-500000-12-01, 2022-500000-12-00",
        "EU CT 2022-500000-12, 2022-500000-12-00",
        "EUCT number 2022-500000-12-00, 2022-500000-12-00",
        "jRCTs031180001, JRCTS031180001",
        "JPRN-jRCT1031180001, JRCT1031180001",
        "JPRN-UMIN000001234, UMIN000001234",
        "UMIN-CTR 000001234, UMIN000001234",
        "JapicCTI-050001, JAPICCTI050001",
        "JPRN-JapicCTI-050001, JAPICCTI050001",
        "ACTRN 12605000123456, ACTRN12605000123456",
        "DRKS 00001234, DRKS00001234",
        "ChiCTR-TRC-10000813, CHICTR-TRC-10000813",
        "ChiCTR 2100012345, CHICTR2100012345",
        "CTRI/2009/091/000123, CTRI/2009/091/000123",
        "SLCTR/2009/001, SLCTR/2009/001",
        "IRCT20120215009014N1, IRCT20120215009014N1",
        "RBR-3hjb5q, RBR-3HJB5Q",
        "NTR 1234, NTR1234",
        "PROSPERO CRD42012345678, CRD42012345678"
    })
    void bringsTheSpellingsOfARegistryTogether(String written, String id) {
        assertThat(StudyIds.normalised(List.of(written))).containsExactly(id);
        assertThat(StudyIds.normalised(List.of(id))).as("settled").containsExactly(id);
    }

    @Test
    void findsEachOfSeveralNumbersOnce() {
        assertThat(StudyIds.recognised("NCT01234567; EudraCT 2004-000446-20, CTIS 2022-500000-12-00 and ABC-17"))
                .containsExactly("2004-000446-20", "2022-500000-12-00", "NCT01234567");
    }

    private static List<SourceRecord> deliveries(long seed, int publications) {
        return RandomPublications.deliveries(seed, publications).stream()
                .map(Delivered::record)
                .toList();
    }

    private static List<Article> articles(Collection<SourceRecord> deliveries) {
        Collection<KnownRecord> known = KnownRecord.newest(deliveries);
        return Identity.articles(known, events(known));
    }

    private static List<IntegrityEvent> events(Collection<KnownRecord> known) {
        return known.stream()
                .flatMap(each -> IntegrityEvent.in(each.record()).stream())
                .toList();
    }

    private static Article only(List<Article> articles) {
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    private static SourceRecord pubmed(int pmid, @Nullable String pmcid, @Nullable String doi, long sequence) {
        ArticleIds ids = new ArticleIds("" + pmid, pmcid, doi);
        return record(Source.PUBMED, "" + pmid, new SourceOrder(sequence, 1, 0), ids, TITLE, List.of());
    }

    private static SourceRecord pmc(int number, @Nullable String pmid, @Nullable String doi, String title) {
        ArticleIds ids = new ArticleIds(pmid, "PMC" + number, doi);
        return record(Source.PMC, "PMC" + number, new SourceOrder(1, 1, 0), ids, title, List.of());
    }

    private static SourceRecord with(SourceRecord record, Relation relation) {
        return record(
                record.source(),
                record.sourceId(),
                record.order(),
                record.ids(),
                record.bibliography().title(),
                List.of(relation));
    }

    private static SourceRecord record(
            Source source, String sourceId, SourceOrder order, ArticleIds ids, String title, List<Relation> relations) {
        return SourceRecord.draft(source, sourceId, order)
                .ids(ids)
                .bibliography(new Bibliography(
                        title,
                        "",
                        List.of(Author.person("Müller", "Ada", "A")),
                        Journal.NONE,
                        new PublicationDate(2020, 1, 0),
                        "",
                        "",
                        "",
                        ""))
                .status(source == Source.PUBMED ? "MEDLINE" : "")
                .publicationTypes(source == Source.PUBMED ? List.of(Term.of("D016428", "Journal Article")) : List.of())
                .relations(relations)
                .license(source == Source.PMC ? "CC BY" : "")
                .record();
    }
}
