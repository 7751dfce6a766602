package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.ingest.jats.tree.Element;

/// Where a section stands: its part, its role, the titles above it, and its own label.
record Place(Part part, Role role, List<String> heading, String label) {

    /// What the parts of a report are for: a subsection's title ("Participants" under "Results") does not change it.
    private static final Set<Role> REPORTING = EnumSet.of(Role.METHODS, Role.RESULTS, Role.DISCUSSION);

    private static final Set<Role> WEAK = EnumSet.of(Role.BACKGROUND, Role.METHODS, Role.RESULTS);

    Place {
        heading = List.copyOf(heading);
    }

    static Place of(Part part) {
        return new Place(part, Role.OTHER, List.of(), "");
    }

    Place with(Part other) {
        return new Place(other, role, heading, label);
    }

    Place with(Role other) {
        return new Place(part, other, heading, label);
    }

    Place withLabel(String other) {
        return new Place(part, role, heading, other);
    }

    /// The place of an element with a title of its own inside this one.
    Place inside(Element section) {
        String title = titleOf(section);
        String type = section.attribute("sec-type") + " " + section.attribute("notes-type");
        Role own = title.isEmpty() ? Role.OTHER : Role.ofHeading(List.of(title));
        if (own == Role.OTHER) {
            own = ofType(type.strip());
        }
        List<String> titles = new ArrayList<>(heading);
        if (!title.isEmpty()) {
            titles.add(title);
        }
        return new Place(part, prevailing(own, title), titles, section.wordsOf("label"));
    }

    /// The role that JATS' own words for a section, a note or a footnote name; OTHER where they name none.
    static Role ofType(String type) {
        String words = type.toLowerCase(Locale.ROOT).replaceAll("[-|_]+", " ");
        return switch (words) {
            case "" -> Role.OTHER;
            case "intro" -> Role.BACKGROUND;
            case "conflict", "coi statement" -> Role.COMPETING_INTERESTS;
            case "financial disclosure", "supported by", "funding information" -> Role.FUNDING;
            default -> Role.ofHeading(List.of(words));
        };
    }

    private Role prevailing(Role own, String title) {
        if (own == Role.OTHER) {
            return role;
        }
        boolean kept =
                REPORTING.contains(role) && WEAK.contains(own) && title.strip().contains(" ");
        return kept ? role : own;
    }

    private static String titleOf(Element section) {
        String title = section.wordsOf("title");
        return title.isEmpty() ? section.wordsOf("caption", "title") : title;
    }
}
