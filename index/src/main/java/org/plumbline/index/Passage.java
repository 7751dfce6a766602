package org.plumbline.index;

import java.util.List;
import org.plumbline.citations.Location;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;

/// The unit that is indexed and retrieved: consecutive sentences (rows, in a table) of one section.
///
/// @param location where it stands; the words at this location are exactly `words`
/// @param part the part of its section
/// @param role the role of its section
/// @param heading the heading of its section, outermost title first
public record Passage(Location location, Part part, Role role, List<String> heading, String words) {

    public Passage {
        heading = List.copyOf(heading);
        if (words.length() != location.end() - location.start()) {
            throw new IllegalArgumentException("passage at " + location + " has " + words.length() + " characters");
        }
    }
}
