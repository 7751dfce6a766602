package org.plumbline.index.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Part;
import org.plumbline.citations.PeerReview;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Standing;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.index.build.ArticleWithTexts;

/// A document of a judged collection.
///
/// @param headings its MeSH headings, where the collection has them
public record JudgedDocument(String id, String title, String text, List<String> headings) {

    public JudgedDocument {
        headings = List.copyOf(headings);
    }

    /// The same under another id.
    public JudgedDocument named(String other) {
        return new JudgedDocument(other, title, text, headings);
    }

    /// The article with this title and abstract.
    ArticleWithTexts article() {
        List<Section> sections = new ArrayList<>();
        if (!title.isBlank()) {
            sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), title));
        }
        if (!text.isBlank()) {
            sections.add(Section.of(sections.size(), Part.ABSTRACT, Role.OTHER, List.of(), text));
        }
        Text words = Text.of(TextKind.MEDLINE_ABSTRACT, sections);
        Article article = new Article(
                id,
                ArticleIds.NONE,
                List.of(id),
                Bibliography.ofTitle(title),
                List.of(),
                List.of(),
                List.of(),
                headings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standing.NO_KNOWN_EVENT,
                new PeerReview(PeerReview.Status.UNKNOWN, List.of()),
                "",
                "",
                "",
                List.of(new Article.ArticleText(words.id(), words.kind(), id)));
        return new ArticleWithTexts(article, List.of(words));
    }
}
