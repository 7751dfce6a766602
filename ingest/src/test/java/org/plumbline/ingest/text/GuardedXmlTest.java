package org.plumbline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Mark;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException.Reach;

class GuardedXmlTest {

    private static final int MEBI = 1 << 20;

    @Test
    void readsXmlAsStoredOrGzippedInAnyDeclaredEncoding() throws Exception {
        for (String encoding : List.of("UTF-8", "ISO-8859-1", "UTF-16")) {
            String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>caf\u00e9 &lt;&#181;g&gt;</a>";
            byte[] bytes = xml.getBytes(Charset.forName(encoding));
            assertThat(words(bytes)).as(encoding).isEqualTo("caf\u00e9 <\u00b5g>");
            assertThat(words(gzip(bytes))).as(encoding).isEqualTo("caf\u00e9 <\u00b5g>");
        }
        assertThat(words("\ufeff<a>x</a>".getBytes(StandardCharsets.UTF_8))).isEqualTo("x");
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(refusal("").reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refusal(" \n ").reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refusal(gzip(new byte[0])).reason()).isEqualTo(Reason.EMPTY_FILE);
    }

    @Test
    void refusesAWebPageAndOtherThings() {
        assertThat(refusal("<!DOCTYPE html><html><br></html>").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(refusal("<HTML>").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(refusal("PMID- 12345").reason()).isEqualTo(Reason.NOT_XML);
        assertThat(refusal("%PDF-1.7").reason()).isEqualTo(Reason.NOT_XML);
    }

    @Test
    void tellsTruncatedFromDamagedGzip() throws Exception {
        byte[] whole = gzip(("<a>" + "random words 0123456789 ".repeat(50) + "</a>").getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {3, 12, whole.length / 2, whole.length - 9, whole.length - 1}) {
            assertThat(refusal(Arrays.copyOf(whole, length)).reason())
                    .as("first " + length + " bytes")
                    .isEqualTo(Reason.TRUNCATED);
        }
        byte[] damaged = whole.clone();
        damaged[damaged.length - 6] ^= 0x55;
        assertThat(refusal(damaged).reason()).isEqualTo(Reason.NOT_GZIP);
    }

    @Test
    void refusesEncodingsThatItDoesNotKnowAndBytesOutsideOfThem() throws Exception {
        assertThat(refusal("<?xml version=\"1.0\" encoding=\"x-klingon\"?><a/>").reason())
                .isEqualTo(Reason.UNKNOWN_ENCODING);
        RefusedXmlException wrongBytes = refusal("<a>caf\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(wrongBytes.reason()).isEqualTo(Reason.UNKNOWN_ENCODING);
    }

    @Test
    void refusesEntitiesOfADocumentType(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>";
        String parameter = "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + secret.toUri() + "\"> %x;]><a/>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]><a>&l19;</a>");
        for (String attack : List.of(external, parameter, laughs.toString())) {
            RefusedXmlException refusal = refusal(attack);
            assertThat(refusal.reason()).isEqualTo(Reason.FORBIDDEN_ENTITY);
            assertThat(refusal.reach()).isEqualTo(Reach.FILE);
        }
        RefusedXmlException undeclared = refusal("<a>&nbsp;</a>");
        assertThat(undeclared.reason()).isEqualTo(Reason.FORBIDDEN_ENTITY);
        assertThat(undeclared.reach()).isEqualTo(Reach.RECORD);
        assertThat(undeclared).hasMessageContaining("&nbsp;");
    }

    @Test
    void allowsADocumentTypeWithoutFetchingIt() throws Exception {
        String xml = "<!DOCTYPE a PUBLIC \"-//NLM//DTD\" \"http://127.0.0.1:1/a.dtd\"><a>x</a>";
        assertThat(words(xml.getBytes(StandardCharsets.UTF_8))).isEqualTo("x");
    }

    @Test
    void saysWhereItIsMalformed() {
        RefusedXmlException refusal = refusal("<a>\n  <b></c>\n</a>");
        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED_XML);
        assertThat(refusal.place()).startsWith("line 2, column ");
        assertThat(refusal.getMessage()).doesNotContain("\n");
        assertThat(refusal("<a><b>").reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refusal("<a/><a/>").reason()).isEqualTo(Reason.MALFORMED_XML);
    }

    @Test
    void refusesWhatIsTooDeepOrTooLargeInBoundedMemory() {
        assertThat(refusal("<a>".repeat(500)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<a>", "word ", "</a>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<a b=\"", "word ", "\"/>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<a><!--", "word ", "--></a>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<", "word_", "/>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<a>", "<b>x</b>", "</a>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("", "     ", "<a/>")).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(huge("<!DOCTYPE a [", "<!ATTLIST a b CDATA \"\">", "]><a/>"))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void walksChildrenWithoutReadingThemAll() throws Exception {
        XmlCursor cursor = open(
                "<r><a>1<x/>2</a><skip><a>no</a></skip><b k='v'> t \n w </b></r>".getBytes(StandardCharsets.UTF_8));
        int root = cursor.depth();
        assertThat(cursor.nextChild(root)).isTrue();
        assertThat(cursor.words()).isEqualTo("12");
        assertThat(cursor.nextChild(root)).isTrue();
        assertThat(cursor.name()).isEqualTo("skip");
        assertThat(cursor.nextChild(root)).isTrue();
        assertThat(cursor.attribute("k")).isEqualTo("v");
        assertThat(cursor.words()).isEqualTo("t w");
        assertThat(cursor.nextChild(root)).isFalse();
        assertThat(cursor.nextChild(root)).isFalse();
    }

    @Test
    void marksWordsBesideThem() {
        ContentBuilder content = new ContentBuilder();
        content.append("  10");
        int start = content.length();
        content.append(" 2 ");
        content.mark(Mark.Kind.SUPERSCRIPT, start, "");
        content.mark(Mark.Kind.FORMULA, content.length(), "");
        content.append("\n mm ");
        content.endParagraph();
        content.endParagraph();
        content.append(" next ");
        assertThat(content.content()).isEqualTo("10 2 mm\nnext");
        assertThat(content.marks()).containsExactly(new Mark(Mark.Kind.SUPERSCRIPT, 3, 4, ""));
    }

    /// 200 MiB of one thing between a head and a tail.
    private static InputStream huge(String head, String piece, String tail) {
        byte[] block = piece.repeat(MEBI / piece.length()).getBytes(StandardCharsets.UTF_8);
        List<InputStream> blocks = Collections.nCopies(201, block).stream()
                .map(bytes -> (InputStream) new ByteArrayInputStream(bytes))
                .toList();
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(Collections.enumeration(blocks)),
                new ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String words(byte[] bytes) throws RefusedXmlException {
        XmlCursor cursor = open(bytes);
        String words = cursor.words();
        cursor.finish();
        return words;
    }

    private static XmlCursor open(byte[] bytes) throws RefusedXmlException {
        return GuardedXml.open(new ByteArrayInputStream(bytes), XmlBounds.PUBLICATION);
    }

    private static RefusedXmlException refusal(String xml) {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedXmlException refusal(byte[] bytes) {
        return refusal(new ByteArrayInputStream(bytes));
    }

    private static RefusedXmlException refusal(InputStream in) {
        return catchThrowableOfType(RefusedXmlException.class, () -> {
            XmlCursor cursor = GuardedXml.open(in, XmlBounds.PUBLICATION);
            cursor.words();
            cursor.finish();
        });
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
