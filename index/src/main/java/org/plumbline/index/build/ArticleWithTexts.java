package org.plumbline.index.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.citations.Article;
import org.plumbline.citations.Part;
import org.plumbline.citations.Section;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.citations.design.TitleAndAbstract;
import org.plumbline.index.Passage;
import org.plumbline.index.passage.ArticlePassages;

/// An article and its texts: those that it lists, and older ones of its records, which are kept readable but are
/// not searched.
///
/// @param records under which record the corpus keeps each text, by text id: of two records with the same words the
///     one that delivered them first
public record ArticleWithTexts(Article article, List<Text> texts, Map<TextId, String> records) {

    public ArticleWithTexts {
        texts = inOrder(article, texts);
        records = Map.copyOf(records);
    }

    /// An article whose texts are kept under the records that it lists them of, older ones under the first of these.
    public ArticleWithTexts(Article article, List<Text> texts) {
        this(article, texts, listedRecords(article, texts));
    }

    /// The record under which the corpus keeps a text.
    String record(TextId text) {
        return records.getOrDefault(text, "");
    }

    private static Map<TextId, String> listedRecords(Article article, List<Text> texts) {
        Map<TextId, String> records = new HashMap<>();
        article.texts().forEach(listed -> records.putIfAbsent(listed.textId(), listed.record()));
        String first =
                article.texts().isEmpty() ? "" : article.texts().getFirst().record();
        texts.forEach(text -> records.putIfAbsent(text.id(), first));
        return records;
    }

    /// The passages that are searched.
    List<Passage> passages() {
        return ArticlePassages.of(listed());
    }

    /// What its design, its subjects and their ages are read of, anew at each call.
    TitleAndAbstract titleAndAbstract() {
        return new TitleAndAbstract(article.bibliography().title(), abstractWords());
    }

    private List<Text> listed() {
        List<TextId> ids =
                article.texts().stream().map(Article.ArticleText::textId).toList();
        return texts.stream().filter(text -> ids.contains(text.id())).toList();
    }

    private String abstractWords() {
        Optional<String> words = listed().stream()
                .map(ArticleWithTexts::abstractOf)
                .filter(found -> !found.isEmpty())
                .findFirst();
        return words.orElse("");
    }

    /// The sections of the abstract of the first text that has one.
    List<String> abstractSections() {
        return listed().stream()
                .map(ArticleWithTexts::abstractSectionsOf)
                .filter(sections -> !sections.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> abstractSectionsOf(Text text) {
        return text.sections().stream()
                .filter(section -> section.part() == Part.ABSTRACT)
                .map(Section::content)
                .filter(content -> !content.isBlank())
                .toList();
    }

    private static String abstractOf(Text text) {
        return String.join(
                "\n",
                text.sections().stream()
                        .filter(section -> section.part() == Part.ABSTRACT)
                        .map(Section::content)
                        .toList());
    }

    /// The listed ones as listed, then the others by id, each once.
    private static List<Text> inOrder(Article article, List<Text> texts) {
        Map<TextId, Text> byId = new HashMap<>();
        texts.forEach(text -> byId.put(text.id(), text));
        List<Text> ordered = new ArrayList<>();
        article.texts()
                .forEach(one -> Optional.ofNullable(byId.remove(one.textId())).ifPresent(ordered::add));
        byId.values().stream()
                .sorted((left, right) -> left.id().compareTo(right.id()))
                .forEach(ordered::add);
        return List.copyOf(ordered);
    }
}
