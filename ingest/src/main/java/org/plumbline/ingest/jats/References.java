package org.plumbline.ingest.jats;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.CitedReference;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;
import org.plumbline.ingest.text.ContentBuilder;

/// Reads an article's reference list: one entry for each citation, in printed order; several citations under one
/// number share its id, to which the marks in the text point.
final class References {

    private static final String[] CITATIONS = {"mixed-citation", "element-citation", "nlm-citation", "citation"};

    /// Identifiers for machines, kept beside the words.
    private static final Set<String> UNPRINTED = Set.of("pmid", "pmc", "pmcid", "medline");

    private References() {}

    static List<CitedReference> of(Element article) {
        return article.elements("back", "body", "front")
                .flatMap(part -> part.descendants("ref"))
                .flatMap(References::entries)
                .toList();
    }

    private static Stream<CitedReference> entries(Element reference) {
        List<Element> citations = reference
                .elements()
                .flatMap(child ->
                        child.is("citation-alternatives") ? child.elements().limit(1) : Stream.of(child))
                .filter(child -> child.is(CITATIONS))
                .toList();
        List<Element> sources = citations.isEmpty() ? List.of(reference) : citations;
        String id = reference.attribute("id");
        return sources.stream()
                .map(source -> new CitedReference(id, PublishedIds.ofOther(source), words(source)))
                .filter(entry ->
                        !entry.words().isEmpty() || !entry.ids().aliases().isEmpty());
    }

    /// The words as printed. Where the source gives fields without the punctuation between them, a space parts
    /// them.
    static String words(Element citation) {
        boolean fieldsOnly = citation.children().stream()
                .noneMatch(child ->
                        child instanceof Node.Characters text && !text.text().isBlank());
        ContentBuilder words = new ContentBuilder();
        append(citation, fieldsOnly, words);
        return words.content();
    }

    private static void append(Element element, boolean fieldsOnly, ContentBuilder words) {
        for (Node child : element.children()) {
            switch (child) {
                case Node.Characters text -> words.append(text.text());
                case Element inner when UNPRINTED.contains(inner.attribute("pub-id-type")) -> {}
                case Element label when label.is("label") -> {}
                case Element inner -> {
                    boolean markup = inner.is("italic", "bold", "sup", "sub", "sc", "underline", "styled-content");
                    append(inner, fieldsOnly && !markup, words);
                    if (fieldsOnly && !markup) {
                        words.append(" ");
                    }
                }
            }
        }
    }
}
