package org.plumbline.ingest.jats.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.ingest.text.ContentBuilder;

/// An element with its content, in document order. Names are local names, of the element as of the attributes
/// (`href` for `xlink:href`).
public record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

    public Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public boolean is(String... names) {
        return List.of(names).contains(name);
    }

    /// The attribute's value without white space around it; empty where there is none.
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /// The child elements.
    public Stream<Element> elements() {
        return children.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    /// The child elements with one of these names.
    public Stream<Element> elements(String... names) {
        List<String> wanted = List.of(names);
        return elements().filter(child -> wanted.contains(child.name));
    }

    /// The first element at the end of a path of children.
    public Optional<Element> find(String... path) {
        Stream<Element> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.elements(step));
        }
        return found.findFirst();
    }

    /// Every element inside this one, at any depth, with one of these names, in document order; those inside of a
    /// match are not looked for.
    public Stream<Element> descendants(String... names) {
        List<String> wanted = List.of(names);
        return elements().flatMap(child -> wanted.contains(child.name) ? Stream.of(child) : child.descendants(names));
    }

    /// All characters inside, white space collapsed; nothing stands between elements but what the source has there.
    public String words() {
        ContentBuilder words = new ContentBuilder();
        appendTo(words);
        return words.content();
    }

    /// The words of the first element at the end of a path; empty where there is none.
    public String wordsOf(String... path) {
        return find(path).map(Element::words).orElse("");
    }

    private void appendTo(ContentBuilder words) {
        for (Node child : children) {
            switch (child) {
                case Characters characters -> words.append(characters.text());
                case Element element -> {
                    if (element.name.equals("break")) {
                        words.append(" ");
                    }
                    element.appendTo(words);
                }
            }
        }
    }
}
