package org.plumbline.ingest.jats.words;

import java.util.Set;
import org.plumbline.citations.Part;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;

/// Writes what holds paragraphs and sections, in document order: a section's own words up to its first subsection,
/// the floats that stand among them, the subsection, then the words that resume after it, and so on.
final class SectionWriter {

    private static final Set<String> NESTED = Set.of(
            "sec", "boxed-text", "app", "app-group", "ack", "notes", "glossary", "bio", "fn-group", "floats-group");

    /// A section's own names, kept in its heading and label.
    private static final Set<String> NAMES = Set.of("title", "label");

    private final SectionList sections;
    private final FloatWriter floats;

    SectionWriter(SectionList sections) {
        this.sections = sections;
        this.floats = new FloatWriter(sections, this);
    }

    /// Writes a container whose title is already in its place.
    void write(Element container, Place place) {
        Flow flow = new Flow();
        for (Node child : container.children()) {
            switch (child) {
                case Node.Characters characters -> flow.add(characters);
                case Element element when NAMES.contains(element.name()) -> {}
                case Element element
                when NESTED.contains(element.name()) -> {
                    flush(flow, place);
                    nested(element, place);
                    flow = new Flow();
                }
                case Element element -> {
                    flow.add(element);
                    if (!flow.floats().isEmpty()) {
                        flush(flow, place);
                        flow = new Flow();
                    }
                }
            }
        }
        flush(flow, place);
    }

    /// Writes one part inside another, under its own title.
    void nested(Element element, Place place) {
        if (element.is("fn-group")) {
            floats.write(element, place);
        } else {
            write(element, place.inside(element));
        }
    }

    private void flush(Flow flow, Place place) {
        sections.add(place, flow.content());
        flow.floats().forEach(aside -> floats.write(aside, place.withLabel("")));
    }

    /// Writes the footnotes of an article's front, and those of others, as sections of their own.
    void footnotes(Element group, Place place) {
        floats.write(group, place.with(Part.BACK));
    }
}
