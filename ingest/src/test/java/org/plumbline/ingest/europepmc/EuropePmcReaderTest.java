package org.plumbline.ingest.europepmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Term;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined.Reason;

/// The shapes are those that Europe PMC documents; none of its own answers is at hand.
class EuropePmcReaderTest {

    private static final String RESULT = """
            {"id": "77000001", "source": "MED", "pmid": "77000001", "pmcid": "PMC7700001", "doi": "10.9999/Made.Up",
             "title": "Made-up drug lowers CO<sub>2</sub> in <i>nobody</i>.",
             "authorList": {"author": [{"fullName": "Fiction A", "firstName": "Ada", "lastName": "Fiction",
               "initials": "A"}, {"collectiveName": "The Invented Group"}]},
             "journalInfo": {"issue": "2", "volume": "7", "monthOfPublication": 3, "yearOfPublication": 2024,
               "journal": {"title": "Journal of invented trials", "medlineAbbreviation": "J Invent Trials",
                 "issn": "0000-0019", "essn": "0000-0020", "nlmid": "9900001"}},
             "pageInfo": "1-9", "language": "eng", "license": "cc by-nc",
             "abstractText": "<h4>Background</h4>Nobody knew.<h4>Results</h4>It was 5 &lt; 6 and p<0.05 (10<sup>3</sup>).<p>NCT01234567</p>",
             "pubTypeList": {"pubType": ["research-article", "Randomized Controlled Trial"]},
             "meshHeadingList": {"meshHeading": [{"majorTopic_YN": "Y", "descriptorName": "Gout"}]},
             "grantsList": {"grant": [{"grantId": "G-1", "agency": "A funder"}]}}
            """;

    @Test
    void readsARecordWithItsAbstractInParts() {
        Delivery.Read read = (Delivery.Read) only(page(RESULT));
        SourceRecord record = read.record();
        assertThat(record.key()).isEqualTo("EUROPE_PMC:MED:77000001");
        assertThat(record.ids()).isEqualTo(new ArticleIds("77000001", "PMC7700001", "10.9999/made.up"));
        assertThat(record.bibliography().title()).isEqualTo("Made-up drug lowers CO2 in nobody.");
        assertThat(record.bibliography().date()).isEqualTo(new PublicationDate(2024, 3, 0));
        assertThat(record.publicationTypes())
                .containsExactly(Term.of("", "research-article"), Term.of("D016449", "Randomized Controlled Trial"));
        assertThat(record.license()).isEqualTo("CC BY-NC");
        assertThat(record.registryNumbers()).containsExactly("NCT01234567");
        Text text = Objects.requireNonNull(read.text());
        assertThat(text.kind()).isEqualTo(TextKind.ABSTRACT);
        assertThat(text.sections()).extracting(Section::part).containsExactly(Part.TITLE, Part.ABSTRACT, Part.ABSTRACT);
        assertThat(text.sections().get(1))
                .isEqualTo(Section.of(1, Part.ABSTRACT, Role.BACKGROUND, List.of("Background"), "Nobody knew."));
        assertThat(text.sections().get(2).content()).isEqualTo("It was 5 < 6 and p<0.05 (103).\nNCT01234567");
        assertThat(text.sections().get(2).marks()).containsExactly(new Mark(Mark.Kind.SUPERSCRIPT, 27, 28, ""));
        assertThat(record.textId()).isEqualTo(text.id());
    }

    @Test
    void takesPreprintsAndSetsPatentsAside() {
        String preprint = """
            {"id": "PPR77", "source": "PPR", "doi": "10.1101/2024.01.01.999999", "title": "A made-up preprint",
             "firstPublicationDate": "2024-01-02", "bookOrReportDetails": {"publisher": "medRxiv"},
             "pubTypeList": {"pubType": "Preprint"}}
            """;
        List<Delivery> deliveries = read(page(preprint + ",{\"id\": \"US1\", \"source\": \"PAT\"}"));
        SourceRecord record = ((Delivery.Read) deliveries.getFirst()).record();
        assertThat(record.isTypedPreprint()).isTrue();
        assertThat(record.bibliography().journal().title()).isEqualTo("medRxiv");
        assertThat(record.bibliography().date()).isEqualTo(new PublicationDate(2024, 1, 2));
        assertThat(deliveries.getLast()).isEqualTo(new Delivery.SetAside("Europe PMC's source PAT", "PAT:US1"));
    }

    @Test
    void readsLinesAndSaysWhyTheRestOfAFileIsNotRead() {
        assertThat(read(RESULT.replace('\n', ' ') + "\n" + RESULT.replace('\n', ' ')))
                .hasSize(2);
        assertThat(read("{\"hitCount\": 0, \"resultList\": {\"result\": []}}")).isEmpty();
        assertThat(reasons(read("{\"errMsg\": \"a cursor that nobody knows\"}")))
                .containsExactly(Reason.MISSING_ID);
        String page = page(RESULT + "," + RESULT);
        List<Delivery> cut = read(page.substring(0, page.length() - 40));
        assertThat(cut.getFirst()).isInstanceOf(Delivery.Read.class);
        assertThat(reasons(cut)).containsExactly(Reason.TRUNCATED);
        assertThat(reasons(read("<html>"))).containsExactly(Reason.MALFORMED_JSON);
        assertThat(reasons(read(""))).containsExactly(Reason.EMPTY_FILE);
        assertThat(reasons(read("[1]"))).containsExactly(Reason.MALFORMED_JSON);
        assertThat(reasons(read("[{\"a\":" + "[".repeat(1_000)))).containsExactly(Reason.TOO_LARGE);
    }

    private static String page(String results) {
        return "{\"hitCount\": 1, \"nextCursorMark\": \"x\", \"resultList\": {\"result\": [" + results + "]}}";
    }

    private static List<Delivery> read(String json) {
        List<Delivery> deliveries = new ArrayList<>();
        new EuropePmcReader()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        new InputFile("europepmc.json", 0),
                        deliveries::add);
        return deliveries;
    }

    private static Delivery only(String json) {
        List<Delivery> deliveries = read(json);
        assertThat(deliveries).hasSize(1);
        return deliveries.getFirst();
    }

    private static List<Reason> reasons(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery instanceof Delivery.Refused)
                .map(delivery -> ((Delivery.Refused) delivery).entry().reason())
                .toList();
    }
}
