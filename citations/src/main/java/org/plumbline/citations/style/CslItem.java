package org.plumbline.citations.style;

import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.util.stream.Collectors;
import org.plumbline.citations.Article;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;

/// An article's stored metadata as the CSL processor reads it.
final class CslItem {

    private static final String PLAIN = "<>\"'&";
    private static final String DISGUISED = "\uE000\uE001\uE002\uE003\uE004";

    private CslItem() {}

    static CSLItemData of(Article article) {
        Bibliography bibliography = article.bibliography();
        CSLItemDataBuilder item = new CSLItemDataBuilder()
                .id(article.id())
                .type(CSLType.ARTICLE_JOURNAL)
                .author(bibliography.authors().stream().map(CslItem::name).toArray(CSLName[]::new))
                .title(protect(title(article)));
        if (!journal(bibliography.journal()).isEmpty()) {
            item.containerTitle(journal(bibliography.journal())).containerTitleShort(journal(bibliography.journal()));
        }
        if (bibliography.date() != null) {
            item.issued(
                    new CSLDateBuilder().dateParts(parts(bibliography.date())).build());
        }
        if (!bibliography.volume().isEmpty()) {
            item.volume(bibliography.volume());
        }
        if (!bibliography.issue().isEmpty()) {
            item.issue(bibliography.issue());
        }
        if (!bibliography.pages().isEmpty()) {
            item.page(bibliography.pages());
        }
        return item.build();
    }

    static boolean isTranslated(Article article) {
        return !article.bibliography().originalTitle().isEmpty();
    }

    private static String title(Article article) {
        String title = article.bibliography().title().strip();
        String bare = title.endsWith(".") && !title.endsWith("..") ? title.substring(0, title.length() - 1) : title;
        return isTranslated(article) ? "[" + bare + "]" : bare;
    }

    private static String journal(Journal journal) {
        return journal.abbreviation().isEmpty() ? journal.title() : journal.abbreviation();
    }

    private static CSLName name(Author author) {
        if (!author.collective().isEmpty()) {
            return new CSLNameBuilder().literal(protect(author.collective())).build();
        }
        CSLNameBuilder name = new CSLNameBuilder().family(protect(author.family()));
        String given = author.initials().isEmpty() ? author.given() : spaced(author.initials());
        if (!given.isEmpty()) {
            name.given(given);
        }
        if (!author.suffix().isEmpty()) {
            name.suffix(author.suffix());
        }
        return name.build();
    }

    /// "JR" is two initials: without a space the processor would keep only the first.
    private static String spaced(String initials) {
        return initials.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private static int[] parts(PublicationDate date) {
        if (date.month() == 0) {
            return new int[] {date.year()};
        }
        return date.day() == 0
                ? new int[] {date.year(), date.month()}
                : new int[] {date.year(), date.month(), date.day()};
    }

    /// CSL reads `<i>` and the like in titles as markup and curls quotation marks; stored titles are plain text and
    /// stay as they are, so these characters pass the processor in disguise.
    private static String protect(String title) {
        return translate(title, PLAIN, DISGUISED);
    }

    static String restore(String entry) {
        return translate(entry, DISGUISED, PLAIN);
    }

    private static String translate(String words, String from, String to) {
        StringBuilder translated = new StringBuilder(words);
        for (int i = 0; i < words.length(); i++) {
            int at = from.indexOf(words.charAt(i));
            if (at >= 0) {
                translated.setCharAt(i, to.charAt(at));
            }
        }
        return translated.toString();
    }
}
