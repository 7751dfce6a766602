package org.plumbline.citations.sources;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.citations.WrongInputException;

/// A named list of sources. A publication is of the list where its journal, its publisher or one of its publication
/// types is.
///
/// @param id what requests name it by: lower-case letters, digits and hyphens
/// @param publishers as records name them; case and punctuation do not count
/// @param publicationTypes NLM's identifiers or names, such as D017065 or "Practice Guideline"
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceList(
        String id,
        String title,
        String description,
        List<ListedJournal> journals,
        List<String> publishers,
        List<String> publicationTypes) {

    static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    private static final int MOST = 10_000;

    public SourceList {
        if (id == null || !id.matches(ID)) {
            throw new WrongInputException(
                    "id " + id + ": expected lower-case letters, digits and hyphens, such as core-cardiology");
        }
        title = title == null || title.isBlank() ? id : title.strip();
        description = description == null ? "" : description.strip();
        journals = journals == null ? List.of() : List.copyOf(journals);
        publishers = publishers == null ? List.of() : List.copyOf(publishers);
        publicationTypes = publicationTypes == null ? List.of() : List.copyOf(publicationTypes);
        if (journals.isEmpty() && publishers.isEmpty() && publicationTypes.isEmpty()) {
            throw new WrongInputException("list " + id + " is empty; give it journals, publishers or publicationTypes");
        }
        if (journals.size() + publishers.size() + publicationTypes.size() > MOST) {
            throw new WrongInputException("list " + id + ": more than " + MOST + " entries");
        }
        for (String name : publishers) {
            requireLetters("publishers", name);
        }
        for (String name : publicationTypes) {
            requireLetters("publicationTypes", name);
        }
    }

    /// What an article must have one of to be of this list: see [SourceKeys].
    @JsonIgnore
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (ListedJournal journal : journals) {
            keys.addAll(SourceKeys.of(journal));
        }
        publishers.forEach(name -> keys.add(SourceKeys.ofPublisher(name)));
        publicationTypes.forEach(type -> keys.add(SourceKeys.ofType(type)));
        return keys;
    }

    /// What an article must have none of where the list is left out: also the titles of journals of which more is
    /// given, since a record may state nothing else.
    @JsonIgnore
    public Set<String> keysToExclude() {
        Set<String> keys = keys();
        journals.forEach(journal -> keys.addAll(SourceKeys.ofTitle(journal)));
        return keys;
    }

    private static void requireLetters(String where, String name) {
        if (name == null || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new WrongInputException(where + " has an empty name; take it out");
        }
    }
}
