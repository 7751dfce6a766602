package org.plumbline.ingest.jats.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.ingest.text.ContentBuilder;

/// An element with its content, in document order. Names are local names, of the element as of the attributes
/// (`href` for `xlink:href`).
public record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

    /// An element without attributes and content.
    public static Element empty(String name) {
        return new Element(name, Map.of(), List.of());
    }

    public Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public boolean is(String... names) {
        for (String candidate : names) {
            if (candidate.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /// The attribute's value without white space around it; empty where there is none.
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    /// The child elements.
    public Stream<Element> elements() {
        List<Element> found = new ArrayList<>();
        for (Node child : children) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found.stream();
    }

    /// The child elements with one of these names.
    public Stream<Element> elements(String... names) {
        List<Element> found = new ArrayList<>();
        for (Node child : children) {
            if (child instanceof Element element && element.is(names)) {
                found.add(element);
            }
        }
        return found.stream();
    }

    /// The first element at the end of a path of children.
    public Optional<Element> find(String... path) {
        return Optional.ofNullable(first(path, 0));
    }

    private @Nullable Element first(String[] path, int step) {
        if (step == path.length) {
            return this;
        }
        for (Node child : children) {
            Element found = child instanceof Element element && element.name.equals(path[step])
                    ? element.first(path, step + 1)
                    : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Every element inside this one, at any depth, with one of these names, in document order; those inside of a
    /// match are not looked for.
    public Stream<Element> descendants(String... names) {
        List<Element> found = new ArrayList<>();
        addDescendants(names, found);
        return found.stream();
    }

    private void addDescendants(String[] names, List<Element> found) {
        for (Node child : children) {
            if (child instanceof Element element) {
                if (element.is(names)) {
                    found.add(element);
                } else {
                    element.addDescendants(names, found);
                }
            }
        }
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
