package org.plumbline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.document.Delivered;
import org.plumbline.ingest.document.citation.RisReader;
import org.plumbline.ingest.pubmed.NbibReader;
import org.plumbline.ingest.text.Quarantined.Reason;

class TaggedRecordsTest {

    private static final String NBIB = "PMID- 1\nTI  - One.\n\nPMID- 2\nTI  - Two.\n";
    private static final String RIS = "TY  - JOUR\nTI  - One\nDO  - 10.9999/one\nER  - \n";

    @Test
    void readsGzipAsPlainFiles() throws IOException {
        assertThat(Delivered.by(new NbibReader(), zipped(NBIB))).isEqualTo(Delivered.by(new NbibReader(), NBIB));
        assertThat(Delivered.by(new RisReader(), zipped(RIS))).isEqualTo(Delivered.by(new RisReader(), RIS));
        assertThat(Delivered.by(new RisReader(), zipped(RIS)).records())
                .extracting(SourceRecord::sourceId)
                .containsExactly("10.9999/one");
    }

    @Test
    void saysThatGzipIsCut() throws IOException {
        byte[] zipped = zipped(RIS.repeat(10));
        Delivered cut = Delivered.by(new RisReader(), Arrays.copyOf(zipped, zipped.length - 12));
        assertThat(cut.refused()).containsExactly(Reason.TRUNCATED);
    }

    @Test
    void keepsWhatCameBeforeARecordThatIsTooLargeAndCutsNoneShort() {
        String abstractOfThreeMegabytes = "AB  - " + "word ".repeat(600_000) + "end\n";
        Delivered large = Delivered.by(new NbibReader(), "PMID- 1\n" + abstractOfThreeMegabytes);
        assertThat(large.texts().getFirst().sections().getFirst().content()).endsWith("end");
        assertThat(Delivered.by(new NbibReader(), NBIB + abstractOfThreeMegabytes.repeat(4)))
                .satisfies(delivered -> {
                    assertThat(delivered.records())
                            .extracting(SourceRecord::sourceId)
                            .containsExactly("1");
                    assertThat(delivered.refused()).containsExactly(Reason.TOO_LARGE);
                });
    }

    private static byte[] zipped(String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
