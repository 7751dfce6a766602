package org.plumbline.ingest.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "%PDF-1.4 ...|PDF",
                "junk before %PDF-1.7|PDF",
                "<?xml version='1.0'?><!DOCTYPE article PUBLIC '-//NLM//DTD' 'x.dtd'><article>|JATS",
                "<?xml version='1.0'?><!-- <html> --><art><ui>|JATS",
                "<PubmedArticleSet><PubmedArticle>|PUBMED",
                "<!DOCTYPE html><html lang='en'>|HTML",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>|HTML",
                "<meta charset='utf-8'><p>An old page|HTML",
                "<note><to>nobody</to></note>|UNKNOWN",
                "TY  - JOUR|RIS",
                "PMID- 12345|NBIB",
                "Plain words.|UNKNOWN",
            })
    void tellsByContent(String head, Format format) {
        assertThat(Format.of(head.getBytes(StandardCharsets.UTF_8))).isEqualTo(format);
    }

    @Test
    void looksIntoGzipAndPastByteOrderMarks() throws IOException {
        assertThat(Format.of("\uFEFFTY  - JOUR\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Format.RIS);
        assertThat(Format.of("\uFEFF<article/>".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(Format.JATS);
        assertThat(Format.of(gzip("<?xml version='1.0'?><article>"))).isEqualTo(Format.JATS);
        assertThat(Format.of(gzip("nothing of ours"))).isEqualTo(Format.UNKNOWN);
    }

    @Test
    void tellsEmptyFromUnknown() {
        assertThat(Format.of(new byte[0])).isEqualTo(Format.EMPTY);
        assertThat(Format.of(" \n ".getBytes(StandardCharsets.UTF_8))).isEqualTo(Format.EMPTY);
        assertThat(Format.of(new byte[] {0, 1, 2, 3})).isEqualTo(Format.UNKNOWN);
    }

    private static byte[] gzip(String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(words.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
