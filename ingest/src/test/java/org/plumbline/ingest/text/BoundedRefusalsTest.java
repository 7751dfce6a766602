package org.plumbline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.ingest.document.citation.RisReader;
import org.plumbline.ingest.jats.JatsReader;
import org.plumbline.ingest.pubmed.NbibReader;
import org.plumbline.ingest.pubmed.PubmedReader;
import org.plumbline.ingest.text.Quarantined.Reason;

/// A small file that holds endless bad records does not fill the quarantine.
class BoundedRefusalsTest {

    @Test
    void stopsReadingAFileOfBadCitations() {
        stops(new PubmedReader(), "a.xml", "<PubmedArticleSet>", "<PubmedArticle/>", "</PubmedArticleSet>");
        stops(new PubmedReader(), "a.xml", "<PubmedArticleSet>", "<x/>", "</PubmedArticleSet>");
    }

    @Test
    void stopsReadingAFileOfBadArticles() {
        stops(new JatsReader(), "a.xml", "<pmc-articleset>", "<article/>", "</pmc-articleset>");
    }

    @Test
    void stopsReadingAFileOfBadTaggedRecords() {
        stops(new NbibReader(), "a.nbib", "", "PMID- none\nTI  - Nothing\n", "");
        stops(new RisReader(), "a.ris", "", "TY  - JOUR\nAU  - Nobody\nER  - \n", "");
    }

    private static void stops(RecordReader reader, String name, String head, String bad, String tail) {
        String words = head + bad.repeat(2 * BoundedRefusals.MOST) + tail;
        List<Delivery> deliveries = new ArrayList<>();
        reader.read(
                new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)),
                new InputFile(name, 1),
                deliveries::add);
        assertThat(deliveries).hasSize(BoundedRefusals.MOST + 1);
        assertThat(deliveries.getLast()).isInstanceOfSatisfying(Delivery.Refused.class, last -> {
            assertThat(last.entry().reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(last.entry().message()).contains("the rest is not read");
        });
    }
}
