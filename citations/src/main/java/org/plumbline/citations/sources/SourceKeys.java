package org.plumbline.citations.sources;

import java.util.Set;
import java.util.TreeSet;
import org.plumbline.citations.Article;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Term;

/// The keys under which articles and source lists meet: `issn:`, `nlm:`, `journal:`, `publisher:` and `type:`, each
/// with letters and digits only, in lower case.
public final class SourceKeys {

    private SourceKeys() {}

    /// All keys of an article.
    public static Set<String> of(Article article) {
        Journal journal = article.bibliography().journal();
        Set<String> keys = new TreeSet<>();
        journal.issns().forEach(issn -> add(keys, "issn:", issn));
        add(keys, "nlm:", journal.nlmId());
        add(keys, "journal:", journal.title());
        add(keys, "journal:", FoldedName.withoutPlace(journal.title()));
        add(keys, "journal:", journal.abbreviation());
        add(keys, "publisher:", journal.publisher());
        for (Term type : article.publicationTypes()) {
            add(keys, "type:", type.id());
            add(keys, "type:", type.name());
        }
        return keys;
    }

    /// A listed journal's keys; its title is one only where nothing surer is given.
    static Set<String> of(ListedJournal journal) {
        Set<String> keys = new TreeSet<>();
        add(keys, "issn:", journal.issn());
        add(keys, "nlm:", journal.nlmId());
        return keys.isEmpty() ? ofTitle(journal) : keys;
    }

    static Set<String> ofTitle(ListedJournal journal) {
        Set<String> keys = new TreeSet<>();
        add(keys, "journal:", journal.title());
        return keys;
    }

    static String ofPublisher(String name) {
        return "publisher:" + FoldedName.of(name);
    }

    static String ofType(String idOrName) {
        return "type:" + FoldedName.of(idOrName);
    }

    private static void add(Set<String> keys, String kind, String name) {
        String folded = FoldedName.of(name);
        if (!folded.isEmpty()) {
            keys.add(kind + folded);
        }
    }
}
