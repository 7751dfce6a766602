package org.plumbline.index.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Section;
import org.plumbline.citations.Term;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.pubmed.ClinicalQuery;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Published;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TextField;

/// Queries by chance whose terms some article has, so that they find something.
final class QueriesOverArticles {

    private final Random random;
    private final List<ArticleWithTexts> articles;
    private final List<String> broader;

    /// @param broader names of headings and types beside those of the articles
    QueriesOverArticles(Random random, List<ArticleWithTexts> articles, List<String> broader) {
        this.random = random;
        this.articles = articles;
        this.broader = broader;
    }

    /// @param lines how many earlier lines may be referred to
    Expression any(int depth, int lines) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return lines > 0 && random.nextInt(5) == 0
                    ? new Expression.Reference(1 + random.nextInt(lines))
                    : term(articles.get(random.nextInt(articles.size())));
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Expression.And(List.of(any(depth - 1, lines), any(depth - 1, lines)));
            case 1 -> new Expression.Not(any(depth - 1, lines), any(depth - 1, lines));
            default -> new Expression.Or(List.of(any(depth - 1, lines), any(depth - 1, lines), any(depth - 1, lines)));
        };
    }

    private Expression term(ArticleWithTexts input) {
        Article article = input.article();
        Narrower narrower = pick(Narrower.values());
        Expression word = text(input);
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> word;
            case 3, 4 -> near(input, word);
            case 5 -> heading(article, narrower, word);
            case 6 -> new Expression.Heading(pick(broader), "", false, narrower, pick(Topic.values()));
            case 7 -> new Expression.Subheading(pick(List.of("drug therapy", "therapeutic use")), narrower);
            case 8 ->
                article.publicationTypes().isEmpty()
                        ? new Expression.Type(pick(broader), false, narrower)
                        : new Expression.Type(
                                pick(article.publicationTypes()).name(), random.nextInt(4) == 0, narrower);
            case 9 -> author(article, word);
            case 10 -> published(article, word);
            case 11 ->
                pick(List.of(
                        new Expression.Language("eng"),
                        new Expression.Language("ger"),
                        new Expression.Identifier(article.id()),
                        new Expression.Filter(pick(ClinicalQuery.values()))));
            default ->
                article.bibliography().journal().title().isEmpty()
                        ? word
                        : new Expression.JournalName(
                                article.bibliography().journal().title(), random.nextInt(4) == 0);
        };
    }

    private Expression text(ArticleWithTexts input) {
        List<String> words = someWords(input, 1 + random.nextInt(3));
        List<Word> terms = new ArrayList<>();
        for (String word : words) {
            boolean cut = word.length() > 4 && random.nextInt(4) == 0;
            terms.add(new Word(cut ? word.substring(0, 4 + random.nextInt(word.length() - 4)) : word, cut));
        }
        return new Expression.Text(pick(TextField.values()), terms);
    }

    private Expression near(ArticleWithTexts input, Expression otherwise) {
        List<String> words = someWords(input, 6);
        if (words.size() < 3) {
            return otherwise;
        }
        TextField field = pick(List.of(TextField.TITLE, TextField.ABSTRACT, TextField.TITLE_ABSTRACT));
        List<String> two = new ArrayList<>(List.of(words.getLast(), words.getFirst()));
        if (random.nextInt(3) == 0) {
            two.add(words.get(1));
        }
        return new Expression.Near(field, two, random.nextInt(6));
    }

    /// Words that stand side by side in the article.
    private List<String> someWords(ArticleWithTexts input, int count) {
        List<String> contents = new ArrayList<>(input.article().keywords());
        input.texts()
                .forEach(text -> text.sections().stream().map(Section::content).forEach(contents::add));
        input.article().mesh().forEach(term -> contents.add(term.name()));
        List<String> words = PlainWords.words(pick(contents));
        if (words.isEmpty()) {
            return List.of("nothing");
        }
        int from = random.nextInt(words.size());
        return words.subList(from, Math.min(words.size(), from + count));
    }

    private Expression heading(Article article, Narrower narrower, Expression otherwise) {
        if (article.mesh().isEmpty()) {
            return otherwise;
        }
        Term term = pick(article.mesh());
        String[] parts = term.name().split("/", 2);
        boolean cut = parts.length == 1 && canBeCut(parts[0], 5) && random.nextInt(4) == 0;
        return new Expression.Heading(
                cut ? parts[0].substring(0, 5) : parts[0],
                parts.length == 1 ? "" : parts[1],
                cut,
                narrower,
                pick(Topic.values()));
    }

    /// Whether enough letters are left of it to stand before a star.
    private static boolean canBeCut(String name, int length) {
        return name.length() > length
                && name.substring(0, length)
                                .chars()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        >= 4;
    }

    private Expression author(Article article, Expression otherwise) {
        if (article.bibliography().authors().isEmpty()) {
            return otherwise;
        }
        Author author = pick(article.bibliography().authors());
        int initials = random.nextInt(author.initials().length() + 1);
        String name = (author.family() + " " + author.initials().substring(0, initials)).strip();
        if (name.isEmpty()) {
            return otherwise;
        }
        boolean exact = random.nextBoolean();
        boolean cut = !exact && canBeCut(name, 4) && random.nextInt(3) == 0;
        return new Expression.Author(cut ? name.substring(0, 4) : name, exact, cut, pick(Place.values()));
    }

    private Expression published(Article article, Expression otherwise) {
        PublicationDate date = article.bibliography().date();
        if (date == null) {
            return otherwise;
        }
        PublicationDate year = new PublicationDate(date.year(), 0, 0);
        return pick(List.of(
                new Published(date, date),
                new Published(year, year),
                new Published(year, date),
                new Published(date, new PublicationDate(date.year() + random.nextInt(5), 0, 0))));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
