package org.plumbline.ingest.jats.words;

import java.util.List;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;

/// Writes what stands beside the words: tables, figures, boxes, supplementary files, footnotes. Each comes after
/// the section that it stands in, under the headings of that section. The label of a table or figure ("Table 2") is
/// the first line of its caption's section, as printed, and the label of all its sections.
final class FloatWriter {

    private final SectionList sections;
    private final SectionWriter writer;

    FloatWriter(SectionList sections, SectionWriter writer) {
        this.sections = sections;
        this.writer = writer;
    }

    void write(Element element, Place place) {
        switch (element.name()) {
            case "table-wrap" -> table(element, place.with(Part.TABLE));
            case "fig-group", "table-wrap-group" -> group(element, place);
            case "fig", "media" -> captioned(element, place.with(Part.FIGURE));
            case "supplementary-material" -> captioned(element, place);
            case "fn-group" -> footnotes(element, place);
            case "fn" -> footnote(element, place);
            default -> writer.nested(element, place);
        }
    }

    private void table(Element wrap, Place place) {
        Place labelled = place.withLabel(wrap.wordsOf("label"));
        Flow caption = new Flow();
        caption.label(wrap);
        wrap.elements("caption").flatMap(Element::elements).forEach(caption::add);
        Flow beside = new Flow();
        Flow foot = new Flow();
        wrap.elements().filter(child -> !child.is("caption", "label", "table")).forEach(child -> {
            switch (child.name()) {
                case "alternatives" ->
                    child.elements().filter(form -> !form.is("table")).forEach(beside::add);
                case "table-wrap-foot" -> foot(child, foot);
                default -> beside.add(child);
            }
        });
        sections.add(labelled, caption.content());
        for (Element table : tables(wrap)) {
            writeAside(new TableWriter(labelled, sections).write(table), place);
        }
        sections.add(labelled, beside.content());
        sections.add(labelled.with(Part.FOOTNOTE), foot.content());
        writeAside(caption.floats(), place);
        writeAside(beside.floats(), place);
        writeAside(foot.floats(), place);
    }

    private static List<Element> tables(Element wrap) {
        return wrap.descendants("table", "caption", "table-wrap-foot")
                .filter(found -> found.is("table"))
                .toList();
    }

    private static void foot(Element foot, Flow flow) {
        for (Node child : foot.children()) {
            switch (child) {
                case Element group when group.is("fn-group") -> foot(group, flow);
                case Element footnote when footnote.is("fn") -> flow.footnote(footnote);
                case Element element -> flow.add(element);
                case Node.Characters characters -> flow.add(characters);
            }
        }
    }

    /// A group's own caption, then its members.
    private void group(Element group, Place place) {
        Part part = group.is("fig-group") ? Part.FIGURE : Part.TABLE;
        captioned(group, place.with(part));
    }

    /// Label, caption and whatever other words stand with a picture or a file.
    private void captioned(Element element, Place place) {
        Flow flow = new Flow();
        flow.label(element);
        for (Element child : element.elements().toList()) {
            switch (child.name()) {
                case "label" -> {}
                case "caption" -> child.elements().forEach(flow::add);
                default -> flow.add(child);
            }
        }
        sections.add(place.withLabel(element.wordsOf("label")), flow.content());
        writeAside(flow.floats(), place);
    }

    private void footnotes(Element group, Place place) {
        Place inside = place.inside(group);
        for (Element child :
                group.elements().filter(child -> !child.is("title", "label")).toList()) {
            if (child.is("fn")) {
                footnote(child, inside);
            } else {
                writer.write(new Element("sec", child.attributes(), List.of(child)), inside.with(Part.FOOTNOTE));
            }
        }
    }

    private void footnote(Element footnote, Place place) {
        Flow flow = new Flow();
        footnote.elements().filter(child -> !child.is("label")).forEach(flow::add);
        Role role = roleOf(footnote, place);
        boolean declares = role == Role.COMPETING_INTERESTS || role == Role.FUNDING;
        sections.add(
                place.with(role).with(declares ? Part.BACK : Part.FOOTNOTE).withLabel(footnote.wordsOf("label")),
                flow.content());
        writeAside(flow.floats(), place);
    }

    /// What a footnote declares: by its type, by the title it begins with, or by its group's title.
    private static Role roleOf(Element footnote, Place place) {
        Role role = Place.ofType(footnote.attribute("fn-type"));
        if (role != Role.OTHER) {
            return role;
        }
        String runIn = footnote.descendants("title", "bold")
                .findFirst()
                .map(Element::words)
                .orElse("");
        Role named = runIn.isEmpty() ? Role.OTHER : Role.ofHeading(List.of(runIn));
        return named == Role.COMPETING_INTERESTS || named == Role.FUNDING ? named : place.role();
    }

    private void writeAside(List<Element> asides, Place place) {
        asides.forEach(aside -> write(aside, place.withLabel("")));
    }
}
