package org.plumbline.citations.sources;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plumbline.citations.Article;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Term;

/// The keys under which articles and source lists meet: `issn:`, `nlm:`, `journal:`, `publisher:` and `type:`, each
/// with letters and digits only, in lower case.
public final class SourceKeys {

    private static final Pattern LEADING_ARTICLE = Pattern.compile("^the\\s+");
    private static final Pattern PLACE = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SourceKeys() {}

    /// All keys of an article.
    public static Set<String> of(Article article) {
        Journal journal = article.bibliography().journal();
        Set<String> keys = new TreeSet<>();
        journal.issns().forEach(issn -> add(keys, "issn:", issn));
        add(keys, "nlm:", journal.nlmId());
        add(keys, "journal:", journal.title());
        add(keys, "journal:", PLACE.matcher(journal.title()).replaceFirst(""));
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
        return "publisher:" + fold(name);
    }

    static String ofType(String idOrName) {
        return "type:" + fold(idOrName);
    }

    private static void add(Set<String> keys, String kind, String name) {
        String folded = fold(name);
        if (!folded.isEmpty()) {
            keys.add(kind + folded);
        }
    }

    private static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("&", "and");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(LEADING_ARTICLE.matcher(plain).replaceFirst(""))
                .replaceAll("");
    }
}
