package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;

/// An entry of a publication's own reference list: its id within the record, the cited publication's identifiers
/// where they are given, and its words as printed.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CitedReference(String id, ArticleIds ids, String words) {

    public CitedReference {
        id = id == null ? "" : id;
        words = words == null ? "" : words;
    }
}
