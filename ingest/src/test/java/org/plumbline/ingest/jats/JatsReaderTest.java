package org.plumbline.ingest.jats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Cell;
import org.plumbline.citations.Json;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.Text;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined;
import org.plumbline.ingest.text.Quarantined.Reason;

class JatsReaderTest {

    private static final String HEAD = "<article><front><article-meta><title-group><article-title>T</article-title>"
            + "</title-group></article-meta></front><body>";
    private static final String TAIL = "</body></article>";

    @Test
    void takesVersionAndPmcidFromTheFilesName() {
        Delivery.Read read =
                (Delivery.Read) read("PMC99999991.4.xml", HEAD + TAIL).getFirst();
        assertThat(read.record().source()).isEqualTo(Source.PMC);
        assertThat(read.record().sourceId()).isEqualTo("PMC99999991");
        assertThat(read.record().order()).isEqualTo(new SourceOrder(4, 1, 0));
    }

    @Test
    void takesGzippedArticles() throws IOException {
        List<Delivery> plain = read("a.xml", HEAD + "<p>Words.</p>" + TAIL);
        assertThat(read("a.xml", gzip(HEAD + "<p>Words.</p>" + TAIL))).isEqualTo(plain);
    }

    @Test
    void refusesAnArticleCutShort() throws IOException {
        byte[] whole = gzip(HEAD + "<p>Words.</p>".repeat(200) + TAIL);
        assertThat(refusal(read("a.xml", Arrays.copyOf(whole, whole.length / 2)))
                        .reason())
                .isEqualTo(Reason.TRUNCATED);
        assertThat(refusal(read("a.xml", HEAD + "<p>Wor")).reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refusal(read("a.xml", "")).reason()).isEqualTo(Reason.EMPTY_FILE);
    }

    @Test
    void refusesATextNodeOf200Mebibytes() {
        byte[] block = "word ".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream((HEAD + "<p>").getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 160; i++) {
            parts.add(new ByteArrayInputStream(block));
        }
        parts.add(new ByteArrayInputStream(("</p>" + TAIL).getBytes(StandardCharsets.UTF_8)));
        List<Delivery> deliveries = new ArrayList<>();
        new JatsReader()
                .read(
                        new SequenceInputStream(Collections.enumeration(parts)),
                        new InputFile("a.xml", 1),
                        deliveries::add);
        assertThat(refusal(deliveries).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesElementsInsideEachOtherWithoutEnd() {
        String deep = HEAD + "<sec>".repeat(5000) + "</sec>".repeat(5000) + TAIL;
        assertThat(refusal(read("a.xml", deep)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void neitherThrowsNorFailsOnDamagedArticles() throws IOException {
        long seed = System.nanoTime();
        System.out.println("neitherThrowsNorFailsOnDamagedArticles: seed " + seed);
        Random random = new Random(seed);
        List<Path> fixtures = JatsFixturesTest.inputs();
        for (int i = 0; i < 1500; i++) {
            Path fixture = fixtures.get(random.nextInt(fixtures.size()));
            String damaged = damaged(Files.readString(fixture), random);
            for (Delivery delivery : read(String.valueOf(fixture.getFileName()), damaged)) {
                switch (delivery) {
                    case Delivery.Refused refused ->
                        assertThat(refused.entry().reason())
                                .as(damaged + refused.entry().trace())
                                .isNotEqualTo(Reason.PARSER_FAULT);
                    case Delivery.Read read -> requireWhole(read);
                    case Delivery.SetAside _ -> {}
                }
            }
        }
    }

    /// Swaps names, numbers and whole tags, most often so that the XML stays well-formed.
    private static String damaged(String xml, Random random) {
        String[] names = {
            "p", "sec", "table", "td", "tr", "fn", "title", "label", "caption", "xref", "list", "name", "ref"
        };
        String from = names[random.nextInt(names.length)];
        String to = names[random.nextInt(names.length)];
        String renamed = xml.replaceAll("(</?)" + from + "(?=[ >/])", "$1" + to);
        return switch (random.nextInt(4)) {
            case 0 -> renamed;
            case 1 -> renamed.replaceAll("[0-9]+", String.valueOf(random.nextInt()));
            case 2 -> renamed.replaceAll(">[^<]+<", "><");
            default -> {
                int at = random.nextInt(xml.length());
                yield xml.substring(0, at) + (char) random.nextInt(0x500) + xml.substring(at);
            }
        };
    }

    /// Marks and cells lie on words, sections have no white space to lose, and everything survives its JSON.
    private static void requireWhole(Delivery.Read read) {
        if (read.text() == null) {
            return;
        }
        Text text = read.text();
        assertThat(Json.read(Json.line(text), Text.class)).isEqualTo(text);
        for (Section section : text.sections()) {
            String content = section.content();
            assertThat(content).doesNotContain("  ").doesNotContain(" \n").doesNotContain("\n ");
            for (Mark mark : section.marks()) {
                String words = content.substring(mark.start(), mark.end());
                assertThat(words).isNotBlank().isEqualTo(words.strip());
            }
            for (Cell cell : section.cells()) {
                assertThat(content.substring(cell.start(), cell.end()))
                        .doesNotContain("\t")
                        .doesNotContain("\n");
            }
        }
    }

    private static List<Delivery> read(String name, String xml) {
        return read(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Delivery> read(String name, byte[] bytes) {
        List<Delivery> deliveries = new ArrayList<>();
        new JatsReader().read(new ByteArrayInputStream(bytes), new InputFile(name, 1), deliveries::add);
        return deliveries;
    }

    private static Quarantined refusal(List<Delivery> deliveries) {
        assertThat(deliveries).hasSize(1);
        return Objects.requireNonNull((Delivery.Refused) deliveries.getFirst()).entry();
    }

    private static byte[] gzip(String xml) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
