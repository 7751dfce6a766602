package org.plumbline.research.report;

import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.TextKind;

/// How much of an article was there to be read.
public enum Access {
    FULL_TEXT("full text"),
    ABSTRACT_ONLY("abstract only");

    private final String words;

    Access(String words) {
        this.words = words;
    }

    /// What was there of an article.
    public static Access to(Article article) {
        return ofKinds(article.texts().stream().map(Article.ArticleText::kind).toList());
    }

    private static Access ofKinds(List<TextKind> kinds) {
        return kinds.stream().anyMatch(TextKind::isFullText) ? FULL_TEXT : ABSTRACT_ONLY;
    }

    public String words() {
        return words;
    }
}
