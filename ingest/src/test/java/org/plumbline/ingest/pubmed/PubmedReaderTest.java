package org.plumbline.ingest.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.SourceOrder;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;

class PubmedReaderTest {

    private static final InputFile FILE = PubmedFileName.inputFile("pubmed26n1335.xml.gz");

    @Test
    void ordersFilesByYearAndNumber() {
        assertThat(FILE.sequence()).isEqualTo(2_601_335);
        assertThat(PubmedFileName.inputFile("medline16n0902.xml.gz").sequence()).isEqualTo(1_600_902);
        assertThat(PubmedFileName.inputFile("pubmed26n0001.xml").sequence()).isEqualTo(2_600_001);
        assertThat(PubmedFileName.inputFile("result.xml").sequence()).isZero();
    }

    @Test
    void givesEachRecordItsOrder() {
        List<Delivery> deliveries = read(stream(set(citation(1), citation(2))));
        assertThat(deliveries)
                .map(delivery -> ((Delivery.Read) delivery).record().order())
                .containsExactly(new SourceOrder(2_601_335, 1, 0), new SourceOrder(2_601_335, 1, 1));
    }

    @Test
    void deliversEveryWholeRecordOfATruncatedFile() throws IOException {
        long seed = System.nanoTime();
        System.out.println("deliversEveryWholeRecordOfATruncatedFile: seed " + seed);
        Random random = new Random(seed);
        String[] citations = IntStream.rangeClosed(1, 200)
                .mapToObj(PubmedReaderTest::citation)
                .toArray(String[]::new);
        byte[] whole = gzip(set(citations));
        assertThat(read(new ByteArrayInputStream(whole))).hasSize(200);
        for (int i = 0; i < 30; i++) {
            int length = 2 + random.nextInt(whole.length - 2);
            List<Delivery> deliveries = read(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
            assertThat(refusal(deliveries.getLast()).reason())
                    .as("first " + length + " bytes")
                    .isEqualTo(Reason.TRUNCATED);
            List<String> read = pmids(deliveries.subList(0, deliveries.size() - 1));
            assertThat(read)
                    .isEqualTo(IntStream.rangeClosed(1, read.size())
                            .mapToObj(String::valueOf)
                            .toList());
        }
        List<Delivery> almost = read(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 1)));
        assertThat(almost).hasSize(201);
    }

    @Test
    void refusesATextNodeOf200MebibytesAndReadsTheNextRecord() {
        byte[] head = utf8("<PubmedArticleSet>" + citation(1)
                + "<PubmedArticle><MedlineCitation><PMID>2</PMID><Article><Abstract><AbstractText>");
        byte[] block = utf8("word ".repeat(1 << 18));
        byte[] tail = utf8("</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>" + citation(3)
                + "</PubmedArticleSet>");
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(head));
        Collections.nCopies(160, block).forEach(bytes -> parts.add(new ByteArrayInputStream(bytes)));
        parts.add(new ByteArrayInputStream(tail));
        List<Delivery> deliveries = read(new SequenceInputStream(Collections.enumeration(parts)));
        assertThat(deliveries).hasSize(3);
        assertThat(pmids(List.of(deliveries.getFirst(), deliveries.getLast()))).containsExactly("1", "3");
        assertThat(refusal(deliveries.get(1)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesATextNodeOf200MebibytesBetweenRecordsAndReadsTheNext() {
        byte[] block = utf8("word ".repeat(1 << 18));
        List<InputStream> parts = new ArrayList<>();
        parts.add(stream("<PubmedArticleSet>" + citation(1)));
        Collections.nCopies(160, block).forEach(bytes -> parts.add(new ByteArrayInputStream(bytes)));
        parts.add(stream(citation(2) + "</PubmedArticleSet>"));
        List<Delivery> deliveries = read(new SequenceInputStream(Collections.enumeration(parts)));
        assertThat(deliveries).hasSize(3);
        assertThat(refusal(deliveries.get(1)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(pmids(List.of(deliveries.getFirst(), deliveries.getLast()))).containsExactly("1", "2");
    }

    @Test
    void turnsAFaultOfTheParserIntoThatRecordsQuarantine() {
        PubmedReader faulty = new PubmedReader((cursor, draft) -> {
            CitationParser.parse(cursor, draft);
            if (draft.title().equals(title(2))) {
                throw new IllegalStateException("planted");
            }
        });
        List<Delivery> deliveries = new ArrayList<>();
        faulty.read(stream(set(citation(1), citation(2), citation(3))), FILE, deliveries::add);
        assertThat(deliveries).hasSize(3);
        Quarantined entry = refusal(deliveries.get(1));
        assertThat(entry.reason()).isEqualTo(Reason.PARSER_FAULT);
        assertThat(entry.trace()).contains("planted").contains("PubmedReaderTest");
        assertThat(entry.place()).startsWith("line 1, column ").endsWith(", PMID 2");
        assertThat(entry.sample()).isEqualTo(title(2));
        assertThat(pmids(List.of(deliveries.getFirst(), deliveries.getLast()))).containsExactly("1", "3");
    }

    @Test
    void letsAFaultOfTheReceiverFly() {
        assertThatThrownBy(() -> new PubmedReader().read(stream(set(citation(1))), FILE, delivery -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
    }

    @Test
    void tellsAFileThatCannotBeReadFromABrokenOne() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("input/output error");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThat(refusal(read(failing).getFirst()).reason()).isEqualTo(Reason.UNREADABLE);
    }

    private static String set(String... records) {
        return "<PubmedArticleSet>" + String.join("", records) + "</PubmedArticleSet>";
    }

    private static String citation(int pmid) {
        return "<PubmedArticle><MedlineCitation><PMID>" + pmid + "</PMID><Article><ArticleTitle>Title "
                + Integer.toHexString(pmid * 0x9E3779B1)
                + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>";
    }

    private static String title(int pmid) {
        return "Title " + Integer.toHexString(pmid * 0x9E3779B1);
    }

    private static List<Delivery> read(InputStream in) {
        List<Delivery> deliveries = new ArrayList<>();
        new PubmedReader().read(in, FILE, deliveries::add);
        return deliveries;
    }

    private static Quarantined refusal(Delivery delivery) {
        return ((Delivery.Refused) delivery).entry();
    }

    private static List<String> pmids(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> ((Delivery.Read) delivery).record().sourceId())
                .toList();
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(utf8(xml));
    }

    private static byte[] utf8(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String xml) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(utf8(xml));
        }
        return out.toByteArray();
    }
}
