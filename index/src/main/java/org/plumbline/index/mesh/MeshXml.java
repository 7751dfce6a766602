package org.plumbline.index.mesh;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads NLM's descriptor records as a stream: of each its id, name, tree numbers and the terms of its concepts. No
/// document type is fetched and no entity but XML's own five is known; a descriptor is bounded in size.
final class MeshXml {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_VALUES = 10_000;

    private final XMLStreamReader xml;
    private String id = "";
    private String name = "";
    private final Set<String> trees = new TreeSet<>();
    private final Set<String> terms = new LinkedHashSet<>();

    private MeshXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<MeshDescriptor> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        try {
            return new MeshXml(xml).records();
        } finally {
            xml.close();
        }
    }

    private List<MeshDescriptor> records() throws XMLStreamException {
        List<MeshDescriptor> records = new ArrayList<>();
        String above = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                above = started(xml.getLocalName(), above);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("DescriptorRecord")) {
                terms.remove(name);
                records.add(new MeshDescriptor(id, name, List.copyOf(trees), List.copyOf(terms)));
            }
        }
        return records;
    }

    /// Takes what an element begins; answers the element that a `String` below it names.
    private String started(String element, String above) throws XMLStreamException {
        switch (element) {
            case "DescriptorRecord" -> {
                id = "";
                name = "";
                trees.clear();
                terms.clear();
            }
            case "DescriptorUI" -> id = id.isEmpty() ? text() : id;
            case "TreeNumber" -> add(trees, text());
            case "String" -> named(above);
            case "DescriptorName", "Term", "ConceptName", "QualifierName", "SupplementalRecordName" -> {
                return element;
            }
            default -> {
                return above;
            }
        }
        return above;
    }

    private void named(String above) throws XMLStreamException {
        String text = text();
        if (above.equals("DescriptorName") && name.isEmpty()) {
            name = text;
        } else if (above.equals("Term")) {
            add(terms, text);
        }
    }

    private static void add(Set<String> values, String value) {
        if (values.size() < MOST_VALUES && !value.isEmpty()) {
            values.add(value);
        }
    }

    /// The element's text up to its end tag, cut where it is too long.
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                throw new XMLStreamException("an element within a text", xml.getLocation());
            }
            if (xml.hasText() && text.length() < LONGEST_TEXT) {
                text.append(xml.getText());
            }
        }
        return text.toString().strip();
    }
}
