package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.citations.Mark;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;
import org.plumbline.ingest.text.ContentBuilder;

/// Writes mixed content as it is read aloud: inline markup leaves its words where they are, blocks become
/// paragraphs. What floats beside the words (tables, figures, footnotes) is set aside, so that it never splits a
/// sentence.
final class Flow {

    private static final Set<String> FLOATS = Set.of(
            "table-wrap",
            "table-wrap-group",
            "fig",
            "fig-group",
            "supplementary-material",
            "media",
            "boxed-text",
            "fn",
            "fn-group");

    /// No words of the article: pictures, their descriptions for machines, copyright lines, references.
    private static final Set<String> LEFT_OUT = Set.of(
            "graphic",
            "inline-graphic",
            "object-id",
            "alt-text",
            "long-desc",
            "index-term",
            "permissions",
            "sec-meta",
            "ref-list",
            "processing-meta");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "list",
            "def-list",
            "disp-quote",
            "verse-group",
            "verse-line",
            "preformat",
            "code",
            "title",
            "subtitle",
            "attrib",
            "sig-block",
            "sec",
            "bio",
            "tr");

    private static final Set<String> ITEMS = Set.of("list-item", "def-item", "speech", "statement");

    /// Names that stand before a block and on its line: "1." of a list's item, the term of a definition.
    private static final Set<String> LEADS = Set.of("label", "term", "speaker");

    private static final Set<String> SPACED =
            Set.of("disp-formula", "disp-formula-group", "break", "td", "th", "entry", "label");

    private static final Set<String> FORMULAS = Set.of("inline-formula", "disp-formula", "chem-struct", "math");

    private final ContentBuilder content = new ContentBuilder();
    private final List<Element> floats = new ArrayList<>();
    private boolean led;
    private boolean inFormula;

    ContentBuilder content() {
        return content;
    }

    /// What was set aside, in document order.
    List<Element> floats() {
        return List.copyOf(floats);
    }

    /// Writes an element's label, if it has one, as a line of its own.
    void label(Element labelled) {
        labelled.elements("label").limit(1).forEach(this::inside);
        content.endParagraph();
    }

    /// Writes a footnote of a table as a paragraph, its label in front.
    void footnote(Element footnote) {
        content.endParagraph();
        item(footnote);
        content.endParagraph();
    }

    /// Writes what stands inside an element.
    void inside(Element element) {
        element.children().forEach(this::add);
    }

    void add(Node node) {
        switch (node) {
            case Node.Characters characters -> content.append(characters.text());
            case Element element -> add(element);
        }
    }

    private void add(Element element) {
        String name = element.name();
        if (FLOATS.contains(name)) {
            floats.add(element);
        } else if (BLOCKS.contains(name) || ITEMS.contains(name)) {
            paragraph(element);
        } else if (SPACED.contains(name)) {
            content.append(" ");
            marked(element);
            content.append(" ");
        } else if (!LEFT_OUT.contains(name)) {
            marked(element);
        }
    }

    private void paragraph(Element element) {
        if (!led) {
            content.endParagraph();
        }
        led = false;
        if (ITEMS.contains(element.name())) {
            item(element);
        } else {
            inside(element);
        }
        content.endParagraph();
    }

    /// The label or term of an item and its first block are one line.
    private void item(Element item) {
        for (Node child : item.children()) {
            if (child instanceof Element element && LEADS.contains(element.name())) {
                inside(element);
                content.append(" ");
                led = true;
            } else if (!led || !isWhite(child)) {
                add(child);
            }
        }
        led = false;
    }

    private void marked(Element element) {
        int start = content.length();
        boolean outermost = FORMULAS.contains(element.name()) && !inFormula;
        inFormula |= outermost;
        inside(element);
        if (outermost) {
            content.mark(Mark.Kind.FORMULA, start, "");
            inFormula = false;
        }
        switch (element.name()) {
            case "sup" -> content.mark(Mark.Kind.SUPERSCRIPT, start, "");
            case "sub" -> content.mark(Mark.Kind.SUBSCRIPT, start, "");
            case "xref" -> markCitation(element, start);
            default -> {}
        }
    }

    private void markCitation(Element xref, int start) {
        if (xref.attribute("ref-type").equals("bibr")) {
            content.mark(Mark.Kind.CITATION, start, xref.attribute("rid"));
        }
    }

    private static boolean isWhite(Node node) {
        return node instanceof Node.Characters characters && characters.text().isBlank();
    }
}
