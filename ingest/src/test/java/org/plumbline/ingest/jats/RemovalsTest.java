package org.plumbline.ingest.jats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;

class RemovalsTest {

    @Test
    void becomeTombstonesThatYieldToWhatIsWrittenLater() {
        Instant since = Instant.parse("2026-11-22T01:00:00Z");
        List<Delivery> read = read(Removals.xml(List.of(new Removals.Removal("PMC123", 2, since))));
        SourceOrder order = new SourceOrder(2, 1, since.getEpochSecond());
        assertThat(read).containsExactly(new Delivery.Read(SourceRecord.tombstone(Source.PMC, "PMC123", order), null));
        assertThat(order).isGreaterThan(new SourceOrder(2, 1, 0));
        assertThat(order).isLessThan(new SourceOrder(3, 1, 0));
    }

    @Test
    void refuseWhatIsNone() {
        assertThat(read("<pmc-removals><removed pmcid=\"12\" version=\"x\"/><other/></pmc-removals>"))
                .singleElement()
                .isInstanceOf(Delivery.Refused.class);
        assertThat(read("<pmc-removals><removed pmcid=\"PMC1\"")).last().isInstanceOf(Delivery.Refused.class);
    }

    private static List<Delivery> read(String xml) {
        List<Delivery> deliveries = new ArrayList<>();
        new JatsReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        new InputFile("removed-2026-11-22T01-00Z-1.xml", 1),
                        deliveries::add);
        return deliveries;
    }
}
