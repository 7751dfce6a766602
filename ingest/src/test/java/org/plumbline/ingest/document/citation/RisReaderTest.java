package org.plumbline.ingest.document.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Source;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.document.Delivered;
import org.plumbline.ingest.text.Quarantined.Reason;

class RisReaderTest {

    private static final String TWO = """
            TY  - JOUR
            TI  - A trial of nothing in
            particular
            AU  - Nobody, Anna B.
            AU  - The Nothing Group
            JF  - Journal of Nothing
            JA  - J Noth
            SN  - 1234-5678
            PY  - 2020/03/05/
            VL  - 4
            IS  - 2
            SP  - 11
            EP  - 19
            DO  - https://doi.org/10.1234/Nothing.5
            AB  - Ninety patients were asked (NCT01234567).
            KW  - nothing
            ER  -\s

            TY  - BOOK
            TI  - Another
            ER  -
            """;

    @Test
    void readsCitationsOneAfterTheOther() {
        Delivered delivered = Delivered.by(new RisReader(), TWO);
        assertThat(delivered.records()).hasSize(2);
        var first = delivered.records().getFirst();
        assertThat(first.source()).isEqualTo(Source.CITATION);
        assertThat(first.sourceId()).isEqualTo("10.1234/nothing.5");
        assertThat(first.ids()).isEqualTo(new ArticleIds(null, null, "10.1234/nothing.5"));
        assertThat(first.registryNumbers()).containsExactly("NCT01234567");
        assertThat(first.keywords()).containsExactly("nothing");
        assertThat(first.bibliography())
                .isEqualTo(new Bibliography(
                        "A trial of nothing in particular",
                        "",
                        List.of(Author.person("Nobody", "Anna B.", "AB"), Author.group("The Nothing Group")),
                        new Journal("Journal of Nothing", "J Noth", List.of("1234-5678"), "", ""),
                        new PublicationDate(2020, 3, 5),
                        "4",
                        "2",
                        "11-19",
                        ""));
        assertThat(delivered.texts().getFirst().kind()).isEqualTo(TextKind.ABSTRACT);
        assertThat(delivered.texts().getFirst().sections())
                .extracting(section -> section.content())
                .containsExactly("A trial of nothing in particular", "Ninety patients were asked (NCT01234567).");
        assertThat(delivered.records().getLast().sourceId()).matches("[0-9a-f]{64}");
    }

    @Test
    void refusesCitationWithoutTitleAndFileThatEndsInsideOne() {
        assertThat(Delivered.by(new RisReader(), "TY  - JOUR\nAU  - Nobody\nER  - \n")
                        .refused())
                .containsExactly(Reason.MISSING_ID);
        assertThat(Delivered.by(new RisReader(), "TY  - JOUR\nTI  - Cut off\n").refused())
                .containsExactly(Reason.TRUNCATED);
    }

    @Test
    void readsWindowsCharactersWhereTheLineIsNoUtf8() {
        byte[] old = "TY  - JOUR\r\nTI  - Über nichts\r\nER  - \r\n".getBytes(Charset.forName("windows-1252"));
        assertThat(Delivered.by(new RisReader(), old)
                        .records()
                        .getFirst()
                        .bibliography()
                        .title())
                .isEqualTo("Über nichts");
    }
}
