package org.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;

/// Bad files among good ones, through the commands: each goes to quarantine with its reason, and costs no other.
class BadInputTest {

    private static final int HUGE_MEBIBYTES = 200;

    @TempDir
    private Path folder;

    private Path files = Path.of("");
    private String home = "";

    @BeforeEach
    void name() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        home = folder.resolve("home").toString();
    }

    @Test
    void takesTheGoodCitationsAndPutsEachBadFileIntoQuarantine() throws IOException {
        write("pubmed26n0001.xml", set(citation(1, "Kept")));
        writeTruncated("cut.xml.gz");
        write("wrong-sum.xml", set(citation(3, "Lost")));
        write("wrong-sum.xml.md5", "MD5(wrong-sum.xml)= 00000000000000000000000000000000");
        write("zero.xml", "");
        write("page.xml", "<!DOCTYPE html><html><body>503</body></html>");
        write("external.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + set(citation(4, "&e;")));
        write("laughs.xml", laughs());
        write("encoding.xml", "<?xml version=\"1.0\" encoding=\"x-klingon\"?>" + set(citation(5, "Lost")));
        write("other.xml", "<invoice/>");
        writeHuge("huge.xml.gz", "<PubmedArticleSet>" + start(6), "</ArticleTitle>" + END + citation(7, "Kept too"));
        write("\033]0;x\007\u009b2J.xml", "");
        Files.createSymbolicLink(files.resolve("nowhere.xml"), folder.resolve("nowhere"));

        Commanded run = ingest("pubmed", "--max-quarantine", "10");
        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("11 inputs went to quarantine, more than 10");
        assertThat(quarantine())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("cut.xml.gz", "truncated", true),
                        Tuple.tuple("wrong-sum.xml", "wrong-checksum", false),
                        Tuple.tuple("zero.xml", "empty-file", false),
                        Tuple.tuple("page.xml", "not-xml", false),
                        Tuple.tuple("external.xml", "forbidden-entity", true),
                        Tuple.tuple("laughs.xml", "forbidden-entity", true),
                        Tuple.tuple("encoding.xml", "unknown-encoding", false),
                        Tuple.tuple("other.xml", "wrong-root", true),
                        Tuple.tuple("huge.xml.gz", "too-large", true),
                        Tuple.tuple("\033]0;x\007\u009b2J.xml", "empty-file", false),
                        Tuple.tuple("nowhere.xml", "unreadable", false));
        assertThat(count("articles")).as("PMIDs 1 and 7").isEqualTo(2);

        Commanded list = Commanded.run("quarantine", "list", "--home", home);
        assertThat(list.out())
                .containsPattern("huge.xml.gz, [^:]*PMID 6: too-large:")
                .endsWith("11 in quarantine\n");
        assertThat(list.out()).contains("\ufffd]0;x\ufffd\ufffd2J.xml").doesNotContain("\033", "\007", "\u009b");
    }

    @Test
    void takesTheGoodFullTextsAndPutsEachBadFileIntoQuarantine() throws IOException {
        write("PMC1.1.xml", article("Kept."));
        write("PMC2.1.xml", article("Lost."));
        write("PMC2.1.json", "{\"xml_url\":\"https://x/PMC2.1.xml?md5=00000000000000000000000000000000\"}");
        write("PMC3.1.xml", "");
        write("PMC4.1.xml", "<html><head/></html>");
        write("PMC5.1.xml", article("Cut").substring(0, 60));
        writeHuge("PMC6.1.xml.gz", "<article><front><article-meta/></front><body><p>", "</p></body></article>");

        assertThat(ingest("pmc").exit()).isZero();
        assertThat(quarantine())
                .extracting(row -> row.toList().subList(0, 2))
                .containsExactlyInAnyOrder(
                        List.of("PMC2.1.xml", "wrong-checksum"),
                        List.of("PMC3.1.xml", "empty-file"),
                        List.of("PMC4.1.xml", "not-xml"),
                        List.of("PMC5.1.xml", "truncated"),
                        List.of("PMC6.1.xml.gz", "too-large"));
        assertThat(count("articles")).isEqualTo(1);
    }

    /// File, reason, and whether it names a place, of each row; its message is checked here.
    private List<Tuple> quarantine() {
        List<Tuple> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>(Commanded.run("quarantine", "list", "--json", "--home", home)
                .out()
                .lines()
                .toList());
        assertThat(lines.removeLast()).isEqualTo("{\"quarantined\":" + lines.size() + "}");
        for (String line : lines) {
            JsonNode row = Json.read(line, JsonNode.class);
            assertThat(row.path("message").asText()).as(line).isNotBlank().doesNotContain("\n");
            rows.add(Tuple.tuple(
                    row.path("file").asText(),
                    row.path("reason").asText(),
                    !row.path("place").asText().isEmpty()));
        }
        return rows;
    }

    private long count(String what) {
        String status = Commanded.run("status", "--json", "--home", home).out();
        return Json.read(status, JsonNode.class).path("corpus").path(what).asLong();
    }

    private Commanded ingest(String source, String... more) {
        List<String> args = new ArrayList<>(List.of(source, files.toString(), "--home", home, "--master", "local[2]"));
        args.addAll(List.of(more));
        return Commanded.run(args.toArray(String[]::new));
    }

    private static final String END = "</Article></MedlineCitation></PubmedArticle>";

    private static String start(int pmid) {
        return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article><ArticleTitle>";
    }

    private static String citation(int pmid, String title) {
        return start(pmid) + title + "</ArticleTitle>" + END;
    }

    private static String set(String citations) {
        return "<PubmedArticleSet>" + citations + "</PubmedArticleSet>";
    }

    private static String article(String words) {
        return "<article><front><article-meta><title-group><article-title>A title</article-title></title-group>"
                + "</article-meta></front><body><p>" + words + "</p></body></article>";
    }

    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return laughs + "]>" + set(citation(8, "&l19;"));
    }

    private void write(String name, String words) throws IOException {
        Files.writeString(files.resolve(name), words);
    }

    private void writeTruncated(String name) throws IOException {
        Path whole = folder.resolve("whole.gz");
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(50_000, 'a', 'z').forEach(letter -> noise.append((char) letter));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(set(citation(2, noise.toString())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(files.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
    }

    /// One text node of 200 MiB; where the tail is a citation, the end of its set follows.
    private void writeHuge(String name, String head, String tail) throws IOException {
        byte[] mebibyte = "word ".repeat((1 << 20) / 5).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(files.resolve(name)))) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < HUGE_MEBIBYTES; i++) {
                out.write(mebibyte);
            }
            out.write(tail.getBytes(StandardCharsets.UTF_8));
            out.write(
                    (tail.startsWith("</ArticleTitle>") ? "</PubmedArticleSet>" : "").getBytes(StandardCharsets.UTF_8));
        }
    }
}
