package org.plumbline.index;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plumbline.citations.Article;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Term;

/// The folded names under which an article answers to filters: letters and digits only, in lower case, so that
/// "N. Engl. J. Med." is "N Engl J Med" and "1533-4406" is "15334406".
public final class FilterKeys {

    private static final Pattern LEADING_ARTICLE = Pattern.compile("^the\\s+");
    private static final Pattern PLACE = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FilterKeys() {}

    /// The folded form of one name; empty where it has neither letter nor digit.
    public static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("&", "and");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(LEADING_ARTICLE.matcher(plain).replaceFirst(""))
                .replaceAll("");
    }

    /// A journal's keys: title, title without the place that NLM adds in parentheses, abbreviation, ISSNs.
    public static Set<String> ofJournal(Journal journal) {
        Set<String> keys = new TreeSet<>();
        keys.add(fold(journal.title()));
        keys.add(fold(PLACE.matcher(journal.title()).replaceFirst("")));
        keys.add(fold(journal.abbreviation()));
        journal.issns().forEach(issn -> keys.add(fold(issn)));
        keys.remove("");
        return keys;
    }

    /// The keys of an article's publication types: names, NLM identifiers, and the source's own words for its type.
    public static Set<String> ofTypes(Article article) {
        Set<String> keys = new TreeSet<>();
        for (Term type : article.publicationTypes()) {
            keys.add(fold(type.name()));
            keys.add(fold(type.id()));
        }
        article.articleTypes().forEach(type -> keys.add(fold(type)));
        keys.remove("");
        return keys;
    }
}
