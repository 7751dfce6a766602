package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reference list prints of a publication. What is not there is empty; the title is plain text, without
/// NLM's square brackets (those say that it was translated: [#originalTitle]).
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Bibliography(
        String title,
        String originalTitle,
        List<Author> authors,
        Journal journal,
        @Nullable PublicationDate date,
        String volume,
        String issue,
        String pages,
        String language) {

    /// That of a record that describes no publication.
    public static final Bibliography NONE = ofTitle("");

    public Bibliography {
        title = title == null ? "" : title;
        originalTitle = originalTitle == null ? "" : originalTitle;
        authors = authors == null ? List.of() : List.copyOf(authors);
        journal = journal == null ? Journal.NONE : journal;
        volume = volume == null ? "" : volume;
        issue = issue == null ? "" : issue;
        pages = pages == null ? "" : pages;
        language = language == null ? "" : language;
    }

    /// Where nothing but a title is known, which may be empty.
    public static Bibliography ofTitle(String title) {
        return new Bibliography(title, "", List.of(), Journal.NONE, null, "", "", "", "");
    }
}
