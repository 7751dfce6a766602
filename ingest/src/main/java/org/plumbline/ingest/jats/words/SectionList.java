package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Cell;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Section;
import org.plumbline.ingest.text.ContentBuilder;

/// The sections of a text under construction, numbered as they come. What has no words is no section.
final class SectionList {

    private final List<Section> sections = new ArrayList<>();

    void add(Place place, ContentBuilder content) {
        add(place, content.content(), content.marks(), List.of());
    }

    void add(Place place, String content, List<Mark> marks, List<Cell> cells) {
        if (!content.isBlank()) {
            sections.add(new Section(
                    sections.size(),
                    place.part(),
                    place.role(),
                    place.heading(),
                    place.label(),
                    content,
                    marks,
                    cells));
        }
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }
}
