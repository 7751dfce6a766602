package org.plumbline.ingest.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Relation;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.Term;
import org.plumbline.ingest.document.Delivered;
import org.plumbline.ingest.text.Quarantined.Reason;

class NbibReaderTest {

    private static final String TWO = """
            PMID- 12345678
            OWN - NLM
            STAT- MEDLINE
            IS  - 1234-5678 (Print)
            VI  - 4
            IP  - 2
            DP  - 2020 Mar 5
            TI  - A trial of nothing in
                  particular.
            PG  - 11-9
            LID - 10.1234/nothing.5 [doi]
            AB  - Ninety patients were asked. They answered
                  (NCT01234567).
            FAU - Nobody, Anna B
            AU  - Nobody AB
            CN  - The Nothing Group
            LA  - eng
            SI  - ClinicalTrials.gov/NCT07654321
            PT  - Randomized Controlled Trial
            RIN - J Noth. 2021 Jan;5(1):1. PMID: 23456789
            TA  - J Noth
            JT  - Journal of nothing
            MH  - *Nothing
            PMC - PMC123

            PMID- 2
            TI  - Another.
            """;

    @Test
    void readsRecordsAsThoseOfTheXml() {
        Delivered delivered = Delivered.by(new NbibReader(), TWO);
        assertThat(delivered.records()).hasSize(2);
        var first = delivered.records().getFirst();
        assertThat(first.key()).isEqualTo(Source.PUBMED + ":12345678");
        assertThat(first.order()).isEqualTo(new SourceOrder(0, 1, 0));
        assertThat(first.ids()).isEqualTo(new ArticleIds("12345678", "PMC123", "10.1234/nothing.5"));
        assertThat(first.status()).isEqualTo("MEDLINE");
        assertThat(first.bibliography().title()).isEqualTo("A trial of nothing in particular.");
        assertThat(first.bibliography().date()).isEqualTo(new PublicationDate(2020, 3, 5));
        assertThat(first.bibliography().authors())
                .containsExactly(Author.person("Nobody", "Anna B", "AB"), Author.group("The Nothing Group"));
        assertThat(first.bibliography().journal().abbreviation()).isEqualTo("J Noth");
        assertThat(first.registryNumbers()).containsExactly("NCT07654321", "NCT01234567");
        assertThat(first.publicationTypes()).containsExactly(Term.of("", "Randomized Controlled Trial"));
        assertThat(first.mesh()).containsExactly(new Term("", "Nothing", true));
        assertThat(first.relations())
                .containsExactly(new Relation(
                        Relation.Kind.RETRACTION_IN,
                        new ArticleIds("23456789", null, null),
                        "J Noth. 2021 Jan;5(1):1."));
        assertThat(delivered.texts().getFirst().sections())
                .extracting(section -> section.content())
                .isEqualTo(List.of(
                        "A trial of nothing in particular.",
                        "Ninety patients were asked. They answered (NCT01234567)."));
    }

    @Test
    void refusesRecordWithoutPmid() {
        assertThat(Delivered.by(new NbibReader(), "OWN - NLM\nTI  - Nobody's.\n")
                        .refused())
                .containsExactly(Reason.MISSING_ID);
    }
}
