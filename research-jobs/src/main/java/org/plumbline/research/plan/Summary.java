package org.plumbline.research.plan;

import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;

/// What an article says of itself: title, keywords, MeSH headings and abstract.
public final class Summary {

    private Summary() {}

    /// Its words, folded, in order.
    public static List<String> words(Article article, List<Text> texts) {
        StringBuilder summary = new StringBuilder(article.bibliography().title());
        summary.append(" . ").append(article.bibliography().originalTitle());
        article.keywords().forEach(keyword -> summary.append(" . ").append(keyword));
        article.mesh().forEach(term -> summary.append(" . ").append(term.name()));
        for (Text text : texts) {
            for (Section section : text.sections()) {
                if (section.part() == Part.TITLE || section.part() == Part.ABSTRACT) {
                    summary.append(" . ").append(section.content());
                }
            }
        }
        return Words.in(summary.toString());
    }
}
