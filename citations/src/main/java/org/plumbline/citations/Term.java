package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A term of a controlled vocabulary: a publication type or a MeSH heading. The id is NLM's unique identifier
/// (D016449), empty where the source gives none; match on it, names get renamed.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Term(
        String id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean major) {

    public Term {
        id = id == null ? "" : id;
        name = name == null ? "" : name;
    }

    public static Term of(String id, String name) {
        return new Term(id, name, false);
    }
}
