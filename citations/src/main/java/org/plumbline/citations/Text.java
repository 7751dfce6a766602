package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/// What one source says of a publication, as canonical words: an abstract, a JATS full text and a PDF are three
/// texts.
///
/// A text never changes: its id is the digest of its words.
public record Text(TextId id, TextKind kind, List<Section> sections) {

    @JsonCreator
    public Text {
        sections = List.copyOf(sections);
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).number() != i) {
                throw new IllegalArgumentException(
                        "section " + i + " is numbered " + sections.get(i).number());
            }
        }
        if (!id.equals(TextId.of(sections))) {
            throw new IllegalArgumentException("the words of text " + id + " do not have its digest");
        }
    }

    /// The text with these sections, under their digest.
    public static Text of(TextKind kind, List<Section> sections) {
        return new Text(TextId.of(sections), kind, sections);
    }

    /// The quote that stands at a location of this text.
    ///
    /// @throws WrongInputException where the location belongs to another text, lies outside of it, is empty, or
    ///     cuts a character (surrogate pair) in two
    public Quote quote(Location location) {
        return Quote.read(this, location);
    }
}
