package org.plumbline.research.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Compares sample sizes with those that a person read in abstracts. Odd lines of the labels were not looked at
/// while the rules were written.
class SampleSizeOfRealAbstractsTest {

    @Test
    void findsThePersonsNumberOrNone() throws IOException {
        Path data = data();
        int given = 0;
        int right = 0;
        int labelled = 0;
        List<String> labels = labels();
        for (int line = 0; line < labels.size(); line++) {
            String[] fields = labels.get(line).split("\t", -1);
            Text text = read(data.resolve("pmc-oa-opendata").resolve(fields[0]).resolve(fields[0] + ".xml"));
            Optional<SampleSize.Found> found = SampleSize.find(text);
            labelled++;
            if (found.isPresent()) {
                given++;
                boolean agrees = Set.of(fields[1].split("\\|", -1))
                        .contains(String.valueOf(found.get().n()));
                right += agrees ? 1 : 0;
                if (!agrees) {
                    System.err.printf(
                            "half %d %s: %s but %s \"%s\"%n",
                            line % 2,
                            fields[0],
                            fields[1],
                            found.get().n(),
                            text.quote(found.get().location()).words());
                }
            } else if (!fields[1].equals("-")) {
                System.err.printf("half %d %s: %s but none%n", line % 2, fields[0], fields[1]);
            }
        }
        System.err.printf("sample sizes: right %d of %d given, %d labelled%n", right, given, labelled);
        assertThat(right / (double) given).as("precision").isGreaterThanOrEqualTo(0.93);
        assertThat(given / (double) labelled).as("coverage").isGreaterThanOrEqualTo(0.70);
    }

    /// The abstract alone, its sections under their titles.
    private static Text read(Path file) {
        Element meta =
                (Element) parse(file).getElementsByTagName("article-meta").item(0);
        List<Section> sections = new ArrayList<>();
        NodeList abstracts = meta.getElementsByTagName("abstract");
        for (int i = 0; i < abstracts.getLength(); i++) {
            Element one = (Element) abstracts.item(i);
            NodeList paragraphs = one.getElementsByTagName("p");
            for (int k = 0; one.getAttribute("abstract-type").isEmpty() && k < paragraphs.getLength(); k++) {
                Element paragraph = (Element) paragraphs.item(k);
                NodeList titles = ((Element) paragraph.getParentNode()).getElementsByTagName("title");
                List<String> heading = titles.getLength() == 0
                        ? List.of()
                        : List.of(titles.item(0).getTextContent());
                String words =
                        paragraph.getTextContent().replaceAll("\\s+", " ").strip();
                sections.add(Section.of(sections.size(), Part.ABSTRACT, Role.ofHeading(heading), heading, words));
            }
        }
        return Text.of(TextKind.JATS, sections);
    }

    private static Document parse(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static List<String> labels() throws IOException {
        try (InputStream in = SampleSizeOfRealAbstractsTest.class.getResourceAsStream("sample-sizes.tsv")) {
            if (in == null) {
                throw new IOException("no test resource sample-sizes.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Path data() {
        String folder = System.getenv("PLUMBLINE_TEST_DATA");
        if (folder == null) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true the data must be there")
                    .isNotEqualTo("true");
            Assumptions.abort("PLUMBLINE_TEST_DATA is not set: sample sizes of real abstracts were not compared");
        }
        return Path.of(folder);
    }
}
