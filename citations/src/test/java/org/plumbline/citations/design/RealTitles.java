package org.plumbline.citations.design;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.plumbline.citations.Term;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Titles, abstracts and types of real articles, by a small extraction of this test's own.
final class RealTitles {

    record Titled(List<Term> publicationTypes, List<String> articleTypes, String title, String abstractWords) {

        TitleAndAbstract words() {
            return new TitleAndAbstract(title, abstractWords);
        }
    }

    private RealTitles() {}

    static Titled ofJats(Path file) {
        Element article = (Element) parse(file).getElementsByTagName("article").item(0);
        Element meta = (Element) article.getElementsByTagName("article-meta").item(0);
        List<String> parts = new ArrayList<>();
        NodeList abstracts = meta.getElementsByTagName("abstract");
        for (int i = 0; i < abstracts.getLength(); i++) {
            Element one = (Element) abstracts.item(i);
            if (one.getAttribute("abstract-type").isEmpty()) {
                parts.add(words(one, "p"));
            }
        }
        Element title = (Element) meta.getElementsByTagName("article-title").item(0);
        String type = article.getAttribute("article-type");
        return new Titled(List.of(), List.of(type), fold(title), String.join("\n", parts));
    }

    static Map<String, Titled> ofPubmed(Path folder) throws IOException {
        Map<String, Titled> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml.gz")).toList()) {
                NodeList citations = parse(file).getElementsByTagName("MedlineCitation");
                for (int i = 0; i < citations.getLength(); i++) {
                    Element citation = (Element) citations.item(i);
                    found.put(
                            fold((Element) citation.getElementsByTagName("PMID").item(0)), ofCitation(citation));
                }
            }
        }
        return found;
    }

    private static Titled ofCitation(Element citation) {
        List<Term> types = new ArrayList<>();
        NodeList typed = citation.getElementsByTagName("PublicationType");
        for (int i = 0; i < typed.getLength(); i++) {
            Element type = (Element) typed.item(i);
            types.add(Term.of(type.getAttribute("UI"), fold(type)));
        }
        Element title = (Element) citation.getElementsByTagName("ArticleTitle").item(0);
        return new Titled(types, List.of(), fold(title), words(citation, "AbstractText"));
    }

    private static String words(Element element, String tag) {
        List<String> parts = new ArrayList<>();
        NodeList nodes = element.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            parts.add(fold((Element) nodes.item(i)));
        }
        return String.join("\n", parts);
    }

    private static String fold(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static Document parse(Path file) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
