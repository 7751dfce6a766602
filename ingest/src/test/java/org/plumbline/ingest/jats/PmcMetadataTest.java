package org.plumbline.ingest.jats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

class PmcMetadataTest {

    private static final String SIDECAR = """
            {"pmcid": "PMC99999981", "version": 2, "pmid": 99999981, "doi": "10.99999/side.1", "title": "T",
             "is_retracted": true, "license_code": "CC BY-NC", "xml_url": "s3://b/x.xml?md5=0", "text_url": null}
            """;

    @Test
    void completesWhatTheXmlLacks() throws IOException {
        SourceRecord completed = metadata(SIDECAR).complete(record(""));
        assertThat(completed.ids()).isEqualTo(new ArticleIds("99999981", "PMC99999981", "10.99999/side.1"));
        assertThat(completed.license()).isEqualTo("CC BY-NC");
        assertThat(IntegrityEvent.in(completed))
                .extracting(IntegrityEvent::kind, IntegrityEvent::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(IntegrityEvent.Kind.RETRACTION, "pmcid:PMC99999981"));
    }

    @Test
    void letsTheXmlStandButForALicenceThatIsNarrower() throws IOException {
        String meta = """
                <article-id pub-id-type="doi">10.99999/own.1</article-id>
                <related-article related-article-type="retraction-forward" ext-link-type="pubmed" href="99999982"/>
                <permissions><license href="https://creativecommons.org/licenses/by/4.0/"/></permissions>
                """;
        SourceRecord completed = metadata(SIDECAR).complete(record(meta));
        assertThat(completed.ids().doi()).isEqualTo("10.99999/own.1");
        assertThat(completed.license()).isEqualTo("CC BY-NC");
        assertThat(completed.relations()).hasSize(1);
    }

    @Test
    void passesOverARecordOfAnotherArticle() throws IOException {
        SourceRecord other = record("<article-id pub-id-type=\"pmcid\">PMC99999983</article-id>");
        assertThat(metadata(SIDECAR).complete(other)).isEqualTo(other);
    }

    @Test
    void refusesWhatIsNoMetadata() {
        assertThatThrownBy(() -> metadata("<html>")).isInstanceOf(WrongInputException.class);
    }

    private static PmcMetadata metadata(String json) throws IOException {
        return PmcMetadata.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static SourceRecord record(String meta) {
        String xml = "<article><front><article-meta>" + meta
                + "<title-group><article-title>T</article-title></title-group></article-meta></front></article>";
        List<Delivery> deliveries = new ArrayList<>();
        new JatsReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        new InputFile("PMC99999981.2.xml", 1),
                        deliveries::add);
        return ((Delivery.Read) deliveries.getFirst()).record();
    }
}
