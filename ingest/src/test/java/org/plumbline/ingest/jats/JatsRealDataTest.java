package org.plumbline.ingest.jats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Section;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads real articles and compares with what the JDK's DOM sees in them: of every paragraph of the body, the words
/// that stand in our text, in order.
class JatsRealDataTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final double LEAST = 0.995;

    /// How many of our words after the last paragraph found are looked through for one that is not there as a
    /// whole.
    private static final int REACH = 5000;

    private static final Set<String> BESIDE_THE_WORDS = Set.of(
            "table-wrap",
            "fig",
            "fig-group",
            "table-wrap-group",
            "boxed-text",
            "fn",
            "media",
            "supplementary-material");

    private static final Set<String> NO_WORDS = Set.of(
            "tex-math", "alt-text", "long-desc", "object-id", "graphic", "inline-graphic", "annotation", "permissions");

    private static final Set<String> BLOCKS = Set.of(
            "td",
            "th",
            "list",
            "list-item",
            "p",
            "def-list",
            "def-item",
            "disp-quote",
            "disp-formula",
            "def",
            "term",
            "label",
            "title",
            "break",
            "speaker");

    @Test
    void keepsTheWordsOfTheBodysParagraphsInOrder() throws Exception {
        Path data = data();
        long words = 0;
        long kept = 0;
        int articles = 0;
        for (Path file : files(data)) {
            List<String> ours = wordsOf(file);
            articles++;
            int at = 0;
            for (List<String> paragraph : paragraphs(file)) {
                words += paragraph.size();
                int found = Collections.indexOfSubList(ours.subList(at, ours.size()), paragraph);
                if (found >= 0) {
                    kept += paragraph.size();
                    at += found + paragraph.size();
                } else {
                    kept += longestCommon(paragraph, ours.subList(at, Math.min(ours.size(), at + REACH)));
                }
            }
        }
        System.out.printf(
                "keepsTheWordsOfTheBodysParagraphsInOrder: %d of %d words in order, %.4f %%, %d articles%n",
                kept, words, 100.0 * kept / words, articles);
        assertThat(articles).isGreaterThan(500);
        assertThat((double) kept / words).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void agreesWithTheMetadataBesideTheArticles() throws Exception {
        int compared = 0;
        List<String> others = new ArrayList<>();
        for (Path file : files(data())) {
            Path sidecar =
                    file.resolveSibling(String.valueOf(file.getFileName()).replace(".xml", ".json"));
            if (!Files.exists(sidecar)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(sidecar)) {
                PmcMetadata metadata = PmcMetadata.read(in);
                var record = read(file).record();
                assertThat(record.ids()).as(file.toString()).isEqualTo(metadata.ids());
                assertThat(record.order().sequence()).isEqualTo(metadata.version());
                assertThat(metadata.complete(record)).isEqualTo(record);
                if (!record.license().equals(metadata.licenseCode())) {
                    others.add(file.getFileName() + ": " + record.license() + ", not " + metadata.licenseCode());
                }
                compared++;
            }
        }
        System.out.println("agreesWithTheMetadataBesideTheArticles: " + compared + " compared; licences " + others);
        assertThat(compared).isGreaterThan(400);
        assertThat(others.size()).isLessThan(compared / 50);
    }

    /// How many words of a paragraph stand in ours in order: the longest common subsequence.
    private static int longestCommon(List<String> paragraph, List<String> ours) {
        int[] row = new int[ours.size() + 1];
        for (String word : paragraph) {
            int diagonal = 0;
            for (int i = 1; i <= ours.size(); i++) {
                int above = row[i];
                row[i] = ours.get(i - 1).equals(word) ? diagonal + 1 : Math.max(above, row[i - 1]);
                diagonal = above;
            }
        }
        return row[ours.size()];
    }

    private static List<String> wordsOf(Path file) throws IOException {
        return Objects.requireNonNull(read(file).text()).sections().stream()
                .map(Section::content)
                .flatMap(content -> Stream.of(content.split("[ \n\t]+")))
                .toList();
    }

    private static Delivery.Read read(Path file) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            new JatsReader().read(in, new InputFile(String.valueOf(file.getFileName()), 1), deliveries::add);
        }
        assertThat(deliveries).as(file.toString()).hasSize(1).first().isInstanceOf(Delivery.Read.class);
        return (Delivery.Read) deliveries.getFirst();
    }

    private static List<List<String>> paragraphs(Path file)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        Document document = builder.parse(file.toFile());
        List<List<String>> paragraphs = new ArrayList<>();
        for (Node child = document.getDocumentElement().getFirstChild();
                child != null;
                child = child.getNextSibling()) {
            if (child instanceof Element body && body.getTagName().equals("body")) {
                collect(body, paragraphs);
            }
        }
        return paragraphs;
    }

    private static void collect(Element element, List<List<String>> paragraphs) {
        if (BESIDE_THE_WORDS.contains(element.getTagName())) {
            return;
        }
        if (element.getTagName().equals("p")) {
            StringBuilder words = new StringBuilder();
            append(element, words);
            String stripped = words.toString().replaceAll("[ \n\t\r]+", " ").replaceAll("^ | $", "");
            if (!stripped.isEmpty()) {
                paragraphs.add(List.of(stripped.split(" ")));
            }
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, paragraphs);
            }
        }
    }

    private static void append(Element element, StringBuilder words) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child) {
                case org.w3c.dom.Text text -> words.append(text.getData());
                case Element inner when isLeftOut(inner) -> {}
                case Element inner
                when BLOCKS.contains(inner.getTagName()) -> {
                    words.append(' ');
                    append(inner, words);
                    words.append(' ');
                }
                case Element inner -> append(inner, words);
                default -> {}
            }
        }
    }

    private static boolean isLeftOut(Element element) {
        String name = element.getTagName().replaceFirst("^mml:", "");
        return BESIDE_THE_WORDS.contains(name) || NO_WORDS.contains(name);
    }

    private static List<Path> files(Path data) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("pmc-oa-opendata", "jats-plos")) {
            try (Stream<Path> found = Files.walk(data.resolve(folder), 2)) {
                found.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static Path data() {
        String folder = System.getenv(WHERE);
        if (folder == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(WHERE + " is not set, and CI is: the real data must be there");
        }
        assumeTrue(folder != null, WHERE + " is not set: real articles are not read");
        return Path.of(Objects.requireNonNull(folder));
    }
}
