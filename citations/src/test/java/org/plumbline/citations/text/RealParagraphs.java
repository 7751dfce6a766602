package org.plumbline.citations.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.plumbline.citations.Mark;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Paragraphs of real articles, taken by a small extraction of this test's own, so that labels do not hang on a
/// reader:
/// the words of a `p` (JATS) or an `AbstractText` (PubMed) with runs of white space as one space.
final class RealParagraphs {

    private static final Set<String> BLOCKS = Set.of(
            "p", "list", "disp-formula", "fig", "table-wrap", "disp-quote", "boxed-text", "supplementary-material");
    private static final Set<String> NOT_PROSE = Set.of("caption", "list", "table-wrap", "fig", "fn", "boxed-text");

    /// @param id a PMCID or file name without suffix, or a PMID
    /// @param element the place among the id's paragraphs, from 0
    record Paragraph(String id, int element, String content, List<Mark> marks) {}

    private RealParagraphs() {}

    static List<Paragraph> ofJats(Path file, String id) {
        Document document = parse(file);
        List<Paragraph> found = new ArrayList<>();
        NodeList paragraphs = document.getElementsByTagName("p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            Element paragraph = (Element) paragraphs.item(i);
            if (isProse(paragraph)) {
                found.add(read(paragraph, id, found.size()));
            }
        }
        return found;
    }

    static List<Paragraph> ofPubmed(Path file) {
        Document document = parse(file);
        List<Paragraph> found = new ArrayList<>();
        NodeList citations = document.getElementsByTagName("MedlineCitation");
        for (int i = 0; i < citations.getLength(); i++) {
            Element citation = (Element) citations.item(i);
            String pmid = citation.getElementsByTagName("PMID").item(0).getTextContent();
            NodeList parts = citation.getElementsByTagName("AbstractText");
            for (int k = 0; k < parts.getLength(); k++) {
                found.add(read((Element) parts.item(k), pmid, k));
            }
        }
        return found;
    }

    private static boolean isProse(Element paragraph) {
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (BLOCKS.contains(child.getNodeName())) {
                return false;
            }
        }
        boolean within = false;
        for (Node up = paragraph.getParentNode(); up != null; up = up.getParentNode()) {
            if (NOT_PROSE.contains(up.getNodeName())) {
                return false;
            }
            within |= up.getNodeName().equals("abstract") || up.getNodeName().equals("body");
        }
        return within;
    }

    private static Paragraph read(Element element, String id, int number) {
        StringBuilder content = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        walk(element, content, marks);
        int length = content.toString().stripTrailing().length();
        List<Mark> kept = marks.stream().filter(mark -> mark.end() <= length).toList();
        return new Paragraph(id, number, content.substring(0, length), kept);
    }

    private static void walk(Node node, StringBuilder content, List<Mark> marks) {
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
            for (char c : node.getNodeValue().toCharArray()) {
                boolean space = Character.isWhitespace(c);
                boolean afterSpace = content.isEmpty() || content.charAt(content.length() - 1) == ' ';
                if (!space || !afterSpace) {
                    content.append(space ? ' ' : c);
                }
            }
            return;
        }
        int start = content.length();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            walk(child, content, marks);
        }
        if (content.length() > start && node instanceof Element element) {
            mark(element, start, content.length(), marks);
        }
    }

    private static void mark(Element element, int start, int end, List<Mark> marks) {
        if (element.getTagName().equals("sup")) {
            marks.add(new Mark(Mark.Kind.SUPERSCRIPT, start, end, ""));
        } else if (element.getAttribute("ref-type").equals("bibr")) {
            marks.add(new Mark(Mark.Kind.CITATION, start, end, element.getAttribute("rid")));
        }
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
