package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.ingest.jats.tree.Element;

/// Where a section stands: its part, its role, the titles above it, and its own label.
///
/// @param roles whether titles inside give roles
record Place(Part part, Role role, List<String> heading, String label, Roles roles) {

    /// Whether the titles inside a place say what its sections are for.
    enum Roles {
        /// As in an article: "Results" holds the results.
        BY_TITLE,
        /// As in a summary written for others than the article's readers: nothing in it is the report itself.
        NONE
    }

    /// What the parts of a report are for: a subsection's title ("Participants" under "Results") does not change
    /// it.
    private static final Set<Role> REPORTING = EnumSet.of(Role.METHODS, Role.RESULTS, Role.DISCUSSION);

    private static final Set<Role> WEAK = EnumSet.of(Role.BACKGROUND, Role.METHODS, Role.RESULTS);

    private static final Pattern REGISTRATION =
            Pattern.compile("\\b(trial|study|protocol) registrations?\\b|^registrations?\\b");

    /// Titles that hold words of a role without being of it: "Supplementary material", "Availability of data and
    /// materials".
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(suppl\\w*|supporting|additional) (materials?|information|files?|data|digital content)\\b"
                    + "|\\bavailability\\b|\\bdata sharing\\b");

    Place {
        heading = List.copyOf(heading);
    }

    static Place of(Part part) {
        return new Place(part, Role.OTHER, List.of(), "", Roles.BY_TITLE);
    }

    Place with(Part other) {
        return new Place(other, role, heading, label, roles);
    }

    Place with(Role other) {
        return new Place(part, other, heading, label, roles);
    }

    Place withLabel(String other) {
        return new Place(part, role, heading, other, roles);
    }

    /// The place of a summary under this title, whose own titles give no roles.
    Place summary(String title) {
        List<String> titles = heading.isEmpty() ? List.of(title) : heading;
        return new Place(part, Role.OTHER, titles, label, Roles.NONE);
    }

    /// The place under one more title.
    Place under(String title) {
        List<String> titles = new ArrayList<>(heading);
        titles.add(title);
        return new Place(part, role, titles, label, roles);
    }

    /// The place of an element with a title of its own inside this one.
    Place inside(Element section) {
        String title = titleOf(section);
        Place inside = (title.isEmpty() ? this : under(title)).withLabel(section.wordsOf("label"));
        return roles == Roles.NONE ? inside : inside.with(roleInside(section, title));
    }

    /// The role that JATS' own words for a section, a note or a footnote name; OTHER where they name none.
    static Role ofType(String type) {
        String words = type.toLowerCase(Locale.ROOT).replaceAll("[-|_]+", " ").strip();
        return switch (words) {
            case "", "supplementary material" -> Role.OTHER;
            case "intro" -> Role.BACKGROUND;
            case "conflict", "coi statement" -> Role.COMPETING_INTERESTS;
            case "financial disclosure", "supported by", "funding information" -> Role.FUNDING;
            default -> Role.ofHeading(List.of(words));
        };
    }

    private Role roleInside(Element section, String title) {
        String folded = title.toLowerCase(Locale.ROOT);
        if (BESIDE.matcher(folded).find()) {
            return Role.OTHER;
        }
        if (REGISTRATION.matcher(folded).find()) {
            return Role.REGISTRATION;
        }
        Role own = title.isEmpty() ? Role.OTHER : Role.ofHeading(List.of(title));
        if (own == Role.OTHER) {
            own = ofType(section.attribute("sec-type") + " " + section.attribute("notes-type"));
        }
        boolean kept = own == Role.OTHER || (REPORTING.contains(role) && WEAK.contains(own) && folded.contains(" "));
        return kept ? role : own;
    }

    private static String titleOf(Element section) {
        String title = section.wordsOf("title");
        return title.isEmpty() ? section.wordsOf("caption", "title") : title;
    }
}
