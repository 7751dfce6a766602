package org.plumbline.index.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.mesh.MeshDescriptor;
import org.plumbline.index.pubmed.ClinicalQuery;
import org.plumbline.index.pubmed.Expression;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;
import org.plumbline.index.pubmed.TextField;

/// Says whether an article matches a query by looking at the article, slowly and plainly, without an index: what the
/// index is compared with.
final class PlainMatcher {

    private final PlainHeadings headings;
    private final PlainWords words = new PlainWords();
    private final Map<Integer, Expression> lines;

    PlainMatcher(List<MeshDescriptor> mesh, Map<Integer, Expression> lines) {
        this.headings = new PlainHeadings(mesh);
        this.lines = lines;
    }

    Set<String> matching(Expression expression, Collection<ArticleWithTexts> articles) {
        return articles.stream()
                .filter(article -> matches(expression, article))
                .map(article -> article.article().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean matches(Expression expression, ArticleWithTexts article) {
        return switch (expression) {
            case Expression.And and -> and.operands().stream().allMatch(one -> matches(one, article));
            case Expression.Or or -> or.operands().stream().anyMatch(one -> matches(one, article));
            case Expression.Not not -> matches(not.from(), article) && !matches(not.without(), article);
            case Expression.Reference reference -> matches(lines.get(reference.line()), article);
            case Expression.Filter filter -> filter(filter.query(), article);
            case Expression.Text text ->
                words.pieces(text.field(), article).anyMatch(piece -> PlainWords.hasPhrase(piece, text.words()));
            case Expression.Near near ->
                words.pieces(near.field(), article).anyMatch(piece -> PlainWords.isNear(piece, near));
            case Expression.Heading heading ->
                article.article().mesh().stream().anyMatch(term -> headings.has(term, heading));
            case Expression.Subheading sub ->
                article.article().mesh().stream().anyMatch(term -> PlainHeadings.has(term, sub));
            case Expression.Type type ->
                PlainHeadings.types(article.article()).anyMatch(name -> headings.isOneOf(name, type));
            case Expression.Author author -> hasAuthor(article.article(), author);
            case Expression.JournalName journal ->
                names(article.article().bibliography().journal())
                        .anyMatch(name -> journal.truncated()
                                ? name.startsWith(PlainWords.letters(journal.name()))
                                : name.equals(PlainWords.letters(journal.name())));
            case Expression.Published published -> wasPublished(article.article(), published);
            case Expression.Language language ->
                article.article().bibliography().language().equals(language.code());
            case Expression.Identifier id -> article.article().aliases().contains(id.alias());
        };
    }

    /// The published wording of PubMed's two filters, once more and by hand.
    private boolean filter(ClinicalQuery query, ArticleWithTexts article) {
        return switch (query) {
            case THERAPY_NARROW ->
                matches(type("Randomized Controlled Trial"), article)
                        || (hasWord("randomized", article)
                                && hasWord("controlled", article)
                                && hasWord("trial", article));
            case THERAPY_BROAD ->
                (hasWord("clinical", article) && hasWord("trial", article))
                        || matches(heading("Clinical Trials as Topic"), article)
                        || matches(type("Clinical Trial"), article)
                        || matches(
                                new Expression.Text(TextField.TITLE_ABSTRACT, List.of(new Word("random", true))),
                                article)
                        || matches(heading("Random Allocation"), article)
                        || matches(new Expression.Subheading("therapeutic use", Narrower.TOO), article);
        };
    }

    private static Expression heading(String name) {
        return new Expression.Heading(name, "", false, Narrower.TOO, Topic.ANY);
    }

    private static Expression type(String name) {
        return new Expression.Type(name, false, Narrower.TOO);
    }

    private boolean hasWord(String word, ArticleWithTexts article) {
        return matches(new Expression.Text(TextField.TITLE_ABSTRACT, List.of(new Word(word, false))), article);
    }

    private static Stream<String> names(Journal journal) {
        List<String> names = new ArrayList<>(journal.issns());
        names.add(journal.title());
        names.add(journal.title().replaceFirst("\\s*\\([^)]*\\)\\s*$", ""));
        names.add(journal.abbreviation());
        return names.stream().filter(name -> !name.isEmpty()).map(PlainWords::letters);
    }

    private static boolean hasAuthor(Article article, Expression.Author wanted) {
        List<Author> authors = article.bibliography().authors();
        return authors.stream()
                .limit(wanted.place() == Place.FIRST ? 1 : authors.size())
                .anyMatch(author -> isNamed(author, wanted));
    }

    private static boolean isNamed(Author author, Expression.Author wanted) {
        String family = String.join(
                " ", PlainWords.words(author.collective().isEmpty() ? author.family() : author.collective()));
        String initials = String.join("", PlainWords.words(author.initials()));
        List<String> words = PlainWords.words(wanted.name());
        if (wanted.truncated() && (family + ",").startsWith(String.join(" ", words))) {
            return true;
        }
        for (int i = 1; i <= words.size(); i++) {
            String theirs = String.join("", words.subList(i, words.size()));
            boolean sameFamily = family.equals(String.join(" ", words.subList(0, i)));
            boolean exact = wanted.exact() && !theirs.isEmpty();
            if (sameFamily && (exact ? initials.equals(theirs) : initials.startsWith(theirs))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wasPublished(Article article, Expression.Published published) {
        PublicationDate date = article.bibliography().date();
        if (date == null) {
            return false;
        }
        String day = "%04d%02d%02d".formatted(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
        int number = Integer.parseInt(day);
        return number >= published.firstDay() && number <= published.lastDay();
    }
}
