package org.plumbline.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.citations.Article;
import org.plumbline.citations.Article.ArticleText;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.text.Sentences;
import org.plumbline.index.vector.VectorKey;

/// What an article is embedded as: its title, and the abstract of the first of its listed texts that has one.
public record ArticleWords(String title, String abstractWords) {

    /// The words of an article.
    ///
    /// @param texts the article's, in the order in which it lists them; those that it does not list are passed over
    public static ArticleWords of(Article article, List<Text> texts) {
        Set<TextId> listed = article.texts().stream().map(ArticleText::textId).collect(Collectors.toSet());
        return new ArticleWords(
                article.bibliography().title(),
                texts.stream()
                        .filter(text -> listed.contains(text.id()))
                        .map(ArticleWords::abstractOf)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /// Reads the words of an article by its document.
    public static ArticleWords read(Blocks blocks, int article) throws IOException {
        return of(blocks.article(article).article(), blocks.texts(article));
    }

    public VectorKey key() {
        return VectorKey.of(title, abstractWords);
    }

    /// The sentences of the abstract, or the title where there is none.
    List<String> sentences() {
        return abstractWords.isBlank()
                ? List.of(title)
                : Sentences.in(abstractWords, List.of()).stream()
                        .map(sentence -> abstractWords.substring(sentence.start(), sentence.end()))
                        .toList();
    }

    private static String abstractOf(Text text) {
        return text.sections().stream()
                .filter(section -> section.part() == Part.ABSTRACT)
                .map(Section::content)
                .collect(Collectors.joining("\n"));
    }
}
