package org.plumbline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

class Md5FileTest {

    private static final String OF_ABC = "900150983cd24fb0d6963f7d28e17f72";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("pubmed26n0001.xml.gz"), "abc");
    }

    @Test
    void agreesWithBothFormsOfAChecksum() throws IOException {
        for (String form : new String[] {
            "MD5(pubmed26n0001.xml.gz)= " + OF_ABC + "\n",
            OF_ABC + "  pubmed26n0001.xml.gz\n",
            OF_ABC.toUpperCase(java.util.Locale.ROOT)
        }) {
            writeChecksum(form);
            assertThat(Md5File.findMismatch(Source.PUBMED, file)).as(form).isEmpty();
        }
    }

    @Test
    void saysNothingWhereThereIsNoChecksum() throws IOException {
        assertThat(Md5File.findMismatch(Source.PUBMED, file)).isEmpty();
    }

    @Test
    void refusesAnotherChecksumAndNone() throws IOException {
        for (String form :
                new String[] {"MD5(x)= 0" + OF_ABC.substring(1), "", "<html>not found</html>", OF_ABC + "0"}) {
            writeChecksum(form);
            assertThat(Md5File.findMismatch(Source.PUBMED, file)).as(form).hasValueSatisfying(entry -> {
                assertThat(entry.reason()).isEqualTo(Reason.WRONG_CHECKSUM);
                assertThat(entry.file()).isEqualTo("pubmed26n0001.xml.gz");
                assertThat(entry.message()).contains("pubmed26n0001.xml.gz.md5").doesNotContain("\n");
            });
        }
    }

    private void writeChecksum(String words) throws IOException {
        Files.writeString(folder.resolve("pubmed26n0001.xml.gz.md5"), words);
    }
}
