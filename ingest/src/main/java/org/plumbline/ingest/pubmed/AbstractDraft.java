package org.plumbline.ingest.pubmed;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.text.ContentBuilder;

/// The quotable words of a citation: section 0 is the title as NLM prints it, square brackets of a translation
/// included; then one section for each AbstractText.
final class AbstractDraft {

    /// One AbstractText.
    private record Piece(String heading, Role role, String label, ContentBuilder words) {}

    /// What NLM prints where a publication has no English title.
    private static final String NO_TITLE = "[Not Available].";

    private ContentBuilder title = new ContentBuilder();
    private ContentBuilder vernacular = new ContentBuilder();
    String vernacularTitle = "";
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> otherPieces = new ArrayList<>();

    void title(ContentBuilder words) {
        title = words;
    }

    void vernacularTitle(ContentBuilder words) {
        vernacular = words;
        vernacularTitle = words.content();
    }

    void add(String heading, Role role, ContentBuilder words) {
        pieces.add(new Piece(heading, role, "", words));
    }

    /// Adds a part of an abstract that is not the publication's own; it is used where there is no other, and its
    /// label says so.
    void addOther(String heading, Role role, String label, ContentBuilder words) {
        otherPieces.add(new Piece(heading, role, label, words));
    }

    String title() {
        return title.content();
    }

    /// The title without brackets; the original one where there is no English one.
    String plainTitle() {
        String words = title();
        return words.isEmpty() || words.equals(NO_TITLE) ? vernacularTitle : BracketedTitle.plain(words);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        boolean hasTitle = !title().isEmpty() && !title().equals(NO_TITLE);
        append(sections, Part.TITLE, new Piece("", Role.OTHER, "", hasTitle ? title : vernacular));
        for (Piece piece : pieces.isEmpty() ? otherPieces : pieces) {
            append(sections, Part.ABSTRACT, piece);
        }
        return List.copyOf(sections);
    }

    private static void append(List<Section> sections, Part part, Piece piece) {
        String content = piece.words().content();
        if (!content.isEmpty()) {
            List<String> heading = piece.heading().isEmpty() ? List.of() : List.of(piece.heading());
            sections.add(new Section(
                    sections.size(),
                    part,
                    piece.role(),
                    heading,
                    piece.label(),
                    content,
                    piece.words().marks(),
                    List.of()));
        }
    }
}
