package org.plumbline.ingest.pubmed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads real files and compares with what the JDK's DOM sees in them.
class PubmedRealDataTest {

    private static final String WHERE = "PLUMBLINE_TEST_DATA";
    private static final Set<String> RECORDS = Set.of("PubmedArticle", "MedlineCitation", "PubmedBookArticle");

    @Test
    void readsEveryRecordOfRealFilesWithEveryWord() throws Exception {
        int citations = 0;
        int books = 0;
        int tombstones = 0;
        List<String> refusals = new ArrayList<>();
        for (Path file : files()) {
            List<Delivery> deliveries = read(file);
            Optional<Element> root = findRoot(file);
            if (root.isEmpty()) {
                assertThat(deliveries).as(file.toString()).hasSize(1).first().isInstanceOf(Delivery.Refused.class);
            } else {
                compare(file, root.get(), deliveries);
            }
            for (Delivery delivery : deliveries) {
                switch (delivery) {
                    case Delivery.Read read when read.record().deleted() -> tombstones++;
                    case Delivery.Read _ -> citations++;
                    case Delivery.SetAside _ -> books++;
                    case Delivery.Refused refused ->
                        refusals.add(file.getFileName() + ": " + refused.entry().reason());
                }
            }
        }
        System.out.println("real PubMed files: " + citations + " citations, " + tombstones + " tombstones, " + books
                + " books, refused " + refusals);
        assertThat(citations).isGreaterThan(100);
    }

    @Test
    void agreesWithTheChecksumsBesideRealFiles() throws IOException {
        for (Path file : files()) {
            assertThat(new Checker(_ -> {}).check(Listing.of(Source.PUBMED, List.of(file))))
                    .as(file.toString())
                    .allMatch(CheckedFile::sound);
        }
    }

    private static void compare(Path file, Element root, List<Delivery> deliveries) {
        List<Element> records = new ArrayList<>();
        if (RECORDS.contains(root.getTagName())) {
            records.add(root);
        } else {
            records.addAll(children(root));
        }
        List<Delivery> left = new ArrayList<>(deliveries);
        for (Element record : records) {
            switch (record.getTagName()) {
                case "PubmedArticle", "MedlineCitation" -> compareCitation(file, record, left.removeFirst());
                case "PubmedBookArticle" -> assertThat(left.removeFirst()).isInstanceOf(Delivery.SetAside.class);
                case "DeleteCitation" -> {
                    for (Element pmid : children(record)) {
                        Delivery.Read read = (Delivery.Read) left.removeFirst();
                        assertThat(read.record().deleted()).isTrue();
                        assertThat(read.record().sourceId()).isEqualTo(pmid.getTextContent());
                    }
                }
                default -> throw new AssertionError("unknown record " + record.getTagName());
            }
        }
        assertThat(left).as(file.toString()).isEmpty();
    }

    private static void compareCitation(Path file, Element record, Delivery delivery) {
        Optional<Element> pmid = findFirst(record, "PMID");
        if (pmid.isEmpty()) {
            assertThat(((Delivery.Refused) delivery).entry().reason()).isEqualTo(Reason.MISSING_ID);
            return;
        }
        Delivery.Read read = (Delivery.Read) delivery;
        assertThat(read.record().sourceId())
                .isEqualTo(pmid.get().getTextContent().strip());
        List<String> expected = new ArrayList<>();
        findFirst(record, "ArticleTitle").ifPresent(title -> addWords(title, expected));
        findFirst(record, "Abstract")
                .ifPresent(all -> children(all).stream()
                        .filter(part -> part.getTagName().equals("AbstractText"))
                        .forEach(part -> addWords(part, expected)));
        List<String> actual = new ArrayList<>();
        if (read.text() != null) {
            for (Section section : read.text().sections()) {
                if (section.label().isEmpty()) {
                    actual.addAll(split(section.content()));
                }
            }
        }
        assertThat(actual).as(file + ", PMID " + read.record().sourceId()).isEqualTo(expected);
        compareFields(record, read.record());
    }

    private static void compareFields(Element citation, SourceRecord record) {
        assertThat(record.bibliography().authors())
                .hasSize(count(
                        citation,
                        "Author",
                        author -> !author.getAttribute("ValidYN").equals("N")));
        int cited = count(citation, "CommentsCorrections", PubmedRealDataTest::isCited);
        int related = count(citation, "CommentsCorrections", relation -> !isCited(relation));
        assertThat(record.references()).hasSize(cited + count(citation, "Reference", _ -> true));
        assertThat(record.relations()).hasSize(related);
        assertThat(record.publicationTypes()).hasSize(count(citation, "PublicationType", _ -> true));
        assertThat(record.grants()).hasSize(count(citation, "Grant", _ -> true));
        assertThat(record.mesh())
                .hasSize(count(citation, "DescriptorName", _ -> true)
                        + count(citation, "QualifierName", _ -> true)
                        + count(citation, "SupplMeshName", _ -> true));
        children(citation).stream()
                .filter(child -> child.getTagName().equals("PubmedData"))
                .flatMap(data -> children(data).stream())
                .filter(list -> list.getTagName().equals("ArticleIdList"))
                .flatMap(list -> children(list).stream())
                .filter(id -> id.getAttribute("IdType").equals("doi"))
                .forEach(doi -> assertThat(record.ids().doi())
                        .isEqualTo(doi.getTextContent().strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean isCited(Element relation) {
        return relation.getAttribute("RefType").equals("Cites");
    }

    private static int count(Element parent, String name, Predicate<Element> which) {
        NodeList found = parent.getElementsByTagName(name);
        return (int) IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(which)
                .count();
    }

    private static void addWords(Element element, List<String> words) {
        words.addAll(split(element.getTextContent()));
    }

    private static List<String> split(String words) {
        return Stream.of(words.split("[ \\t\\r\\n]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<Element> findFirst(Element parent, String name) {
        Node found = parent.getElementsByTagName(name).item(0);
        return found == null ? Optional.empty() : Optional.of((Element) found);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Delivery> read(Path file) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            new PubmedReader().read(in, PubmedFileName.inputFile(file.getFileName() + ""), deliveries::add);
        }
        return deliveries;
    }

    private static Optional<Element> findRoot(Path file) throws IOException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.setErrorHandler(null);
        try (InputStream stored = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(stored) : stored) {
            Document document = builder.parse(in);
            return Optional.of(document.getDocumentElement());
        } catch (SAXException e) {
            return Optional.empty();
        }
    }

    private static List<Path> files() throws IOException {
        String data = System.getenv(WHERE);
        if (data == null && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(WHERE + " is not set: the real files are needed in CI");
        }
        assumeTrue(data != null, WHERE + " is not set: the check against real PubMed files is skipped");
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("pubmed", "pubmed-xml")) {
            try (Stream<Path> all = Files.walk(Path.of(String.valueOf(data), folder))) {
                all.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
