package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An author: a person with a family name, or a group with a collective name. Fields that are not there are empty.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Author(String family, String given, String initials, String suffix, String collective) {

    public Author {
        family = family == null ? "" : family;
        given = given == null ? "" : given;
        initials = initials == null ? "" : initials;
        suffix = suffix == null ? "" : suffix;
        collective = collective == null ? "" : collective;
    }

    public static Author person(String family, String given, String initials) {
        return new Author(family, given, initials, "", "");
    }

    public static Author group(String name) {
        return new Author("", "", "", "", name);
    }
}
