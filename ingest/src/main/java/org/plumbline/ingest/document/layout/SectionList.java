package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;

/// The sections under construction, numbered as they come, and what stands beside the words of the present one:
/// captions, tables and small print follow it, so that they never split a sentence.
final class SectionList {

    private static final Pattern LABEL =
            Pattern.compile("^((?:Supplementary |Extended Data )?\\p{L}+\\.?) ?([A-Z]?\\d{1,3})");

    private record Aside(Part part, List<String> heading, String label, Prose words) {}

    private final List<Section> sections = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();

    void add(Part part, Role role, List<String> heading, Prose prose) {
        add(part, role, heading, "", prose);
        asides.forEach(aside -> add(aside.part(), role, aside.heading(), aside.label(), aside.words()));
        asides.clear();
    }

    /// A caption, which names what follows it.
    void caption(Part part, List<String> heading, Prose words) {
        Matcher label = LABEL.matcher(words.words());
        asides.add(new Aside(part, heading, label.find() ? label.group(1) + " " + label.group(2) : "", words));
    }

    /// Something beside the words that has no caption of its own; what follows a table's caption is that table's.
    void beside(Part part, List<String> heading, Prose words) {
        boolean captioned =
                part == Part.TABLE && !asides.isEmpty() && asides.getLast().part() == Part.TABLE;
        asides.add(new Aside(part, heading, captioned ? asides.getLast().label() : "", words));
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    private void add(Part part, Role role, List<String> heading, String label, Prose prose) {
        String words = prose.words();
        if (!words.isBlank()) {
            List<Mark> marks = prose.marks();
            sections.add(new Section(sections.size(), part, role, heading, label, words, marks, List.of()));
        }
    }
}
