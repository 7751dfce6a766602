package org.plumbline.index.pubmed;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.citations.PublicationDate;
import org.plumbline.index.pubmed.Expression.Author;
import org.plumbline.index.pubmed.Expression.Narrower;
import org.plumbline.index.pubmed.Expression.Place;
import org.plumbline.index.pubmed.Expression.Topic;
import org.plumbline.index.pubmed.Expression.Word;

/// Writes an expression in PubMed's language.
final class Printer {

    private Printer() {}

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.And and -> joined(and.operands(), " AND ");
            case Expression.Or or -> joined(or.operands(), " OR ");
            case Expression.Not not -> operand(not.from()) + " NOT " + operand(not.without());
            case Expression.Text text ->
                quoted(text.words().stream().map(Printer::word).collect(Collectors.joining(" ")))
                        + tag(text.field().tag());
            case Expression.Near near ->
                "\"" + String.join(" ", near.words()) + "\"" + tag(near.field().tag() + ":~" + near.most());
            case Expression.Heading heading -> heading(heading);
            case Expression.Subheading sub -> quoted(sub.name()) + tag("sh" + noMore(sub.narrower()));
            case Expression.Type type ->
                quoted(starred(type.name(), type.truncated())) + tag("pt" + noMore(type.narrower()));
            case Author author -> author(author);
            case Expression.JournalName journal ->
                "\"" + starred(journal.name(), journal.truncated()) + "\"" + tag("ta");
            case Expression.Published published ->
                date(published.from())
                        + (published.from().equals(published.until()) ? "" : ":" + date(published.until()))
                        + tag("dp");
            case Expression.Language language -> language.code() + tag("la");
            case Expression.Identifier id -> identifier(id.alias());
            case Expression.Filter filter -> filter.query().filterName() + tag("filter");
            case Expression.Reference reference -> "#" + reference.line();
        };
    }

    private static String joined(List<Expression> operands, String operator) {
        return operands.stream().map(Printer::operand).collect(Collectors.joining(operator));
    }

    /// Behind an operator an author called Not would be one more.
    private static String operand(Expression operand) {
        boolean combined = operand instanceof Expression.And
                || operand instanceof Expression.Or
                || operand instanceof Expression.Not;
        String printed = print(operand);
        return combined || printed.matches("(?i)not\\b.*") ? "(" + printed + ")" : printed;
    }

    private static String word(Word word) {
        return starred(word.written(), word.truncated());
    }

    private static String starred(String words, boolean truncated) {
        return truncated ? words + "*" : words;
    }

    /// In quotation marks, unless it is a single plain word that no language takes for an operator.
    private static String quoted(String words) {
        boolean plain =
                words.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*\\*?") && !words.matches("(?i)and|or|not|adj[0-9]*");
        return plain ? words : "\"" + words + "\"";
    }

    private static String heading(Expression.Heading heading) {
        String name = starred(heading.name(), heading.truncated())
                + (heading.qualifier().isEmpty() ? "" : "/" + heading.qualifier());
        return quoted(name) + tag((heading.major() == Topic.MAJOR ? "majr" : "mh") + noMore(heading.narrower()));
    }

    /// Quotation marks say that a name is exact, where it does not end with a star.
    private static String author(Author author) {
        String name = author.exact()
                ? "\"" + author.name() + "\""
                : author.truncated() ? quoted(author.name() + "*") : author.name();
        return name + tag(author.place() == Place.FIRST ? "1au" : "au");
    }

    private static String noMore(Narrower narrower) {
        return narrower == Narrower.NOT ? ":noexp" : "";
    }

    private static String date(PublicationDate date) {
        return date.toString().replace('-', '/');
    }

    private static String identifier(String alias) {
        int colon = alias.indexOf(':');
        String value = alias.substring(colon + 1);
        return switch (alias.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "pmid" -> value + tag("pmid");
            case "pmcid" -> value + tag("pmc");
            default -> "\"" + value + "\"" + tag("doi");
        };
    }

    private static String tag(String content) {
        return "[" + content + "]";
    }
}
