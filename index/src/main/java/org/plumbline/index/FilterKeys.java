package org.plumbline.index;

import java.util.Set;
import java.util.TreeSet;
import org.plumbline.citations.Article;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Term;
import org.plumbline.citations.sources.FoldedName;

/// The folded names ([FoldedName]) under which an article answers to filters.
public final class FilterKeys {

    private FilterKeys() {}

    /// A journal's keys: title, title without the place that NLM adds in parentheses, abbreviation, ISSNs.
    public static Set<String> ofJournal(Journal journal) {
        Set<String> keys = new TreeSet<>();
        keys.add(FoldedName.of(journal.title()));
        keys.add(FoldedName.of(FoldedName.withoutPlace(journal.title())));
        keys.add(FoldedName.of(journal.abbreviation()));
        journal.issns().forEach(issn -> keys.add(FoldedName.of(issn)));
        keys.remove("");
        return keys;
    }

    /// The keys of an article's publication types: names, NLM identifiers, and the source's own words for its type.
    public static Set<String> ofTypes(Article article) {
        Set<String> keys = new TreeSet<>();
        for (Term type : article.publicationTypes()) {
            keys.add(FoldedName.of(type.name()));
            keys.add(FoldedName.of(type.id()));
        }
        article.articleTypes().forEach(type -> keys.add(FoldedName.of(type)));
        keys.remove("");
        return keys;
    }
}
