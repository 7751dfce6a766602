package org.plumbline.index.command;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;

/// Names an article in one short line: first author, journal, year, identifiers. A reference list is another thing.
final class CitationLine {

    private CitationLine() {}

    static String of(Article article) {
        Bibliography bibliography = article.bibliography();
        List<String> parts = new ArrayList<>();
        parts.add(authors(bibliography.authors()));
        parts.add(journal(bibliography.journal()));
        parts.add(
                bibliography.date() == null
                        ? ""
                        : String.valueOf(bibliography.date().year()));
        parts.add(article.ids().pmid() == null ? "" : "PMID " + article.ids().pmid());
        parts.add(article.ids().pmcid() == null ? "" : article.ids().pmcid());
        parts.add(article.ids().doi() == null ? "" : "doi:" + article.ids().doi());
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts);
    }

    private static String authors(List<Author> authors) {
        if (authors.isEmpty()) {
            return "";
        }
        Author first = authors.getFirst();
        String name =
                first.collective().isEmpty() ? (first.family() + " " + first.initials()).strip() : first.collective();
        return authors.size() == 1 ? name : name + " et al.";
    }

    private static String journal(Journal journal) {
        return journal.abbreviation().isEmpty() ? journal.title() : journal.abbreviation();
    }
}
