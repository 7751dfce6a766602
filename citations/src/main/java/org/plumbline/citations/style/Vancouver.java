package org.plumbline.citations.style;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.Article;
import org.plumbline.citations.ArticleIds;

/// Writes references in Vancouver style (NLM's citation sequence, of the [CSL
/// project](https://citationstyles.org)): authors, title, journal, date, volume and pages, then DOI, PMID and PMCID
/// as NLM prints them.
///
/// The style is read on first use, once per process. Thread-safe: callers take turns.
public final class Vancouver {

    private static final String STYLE = "nlm-citation-sequence";

    private final Map<String, CSLItemData> items = new LinkedHashMap<>();
    private final CSL csl;

    private Vancouver() {
        try {
            csl = new CSL(new Items(items), STYLE, "en-US");
        } catch (IOException e) {
            throw new UncheckedIOException("style " + STYLE + " cannot be read from the class path", e);
        }
    }

    /// The reference of an article: one line of plain text without a number.
    public static String reference(Article article) {
        return Holder.STYLE.write(article);
    }

    private synchronized String write(Article article) {
        items.clear();
        items.put(article.id(), CslItem.of(article));
        csl.reset();
        csl.setOutputFormat("text");
        csl.registerCitationItems(List.of(article.id()));
        String entry = String.join(" ", csl.makeBibliography().getEntries());
        String numberless = entry.strip()
                .replaceFirst("^1\\.\\s*", "")
                .replaceAll("\\s+", " ")
                .strip();
        return CslItem.restore(numberless) + language(article) + identifiers(article.ids());
    }

    /// NLM names the language after a translated title.
    private static String language(Article article) {
        return CslItem.isTranslated(article)
                ? Languages.name(article.bibliography().language())
                : "";
    }

    private static String identifiers(ArticleIds ids) {
        StringBuilder words = new StringBuilder();
        if (ids.doi() != null) {
            words.append(" doi: ").append(ids.doi()).append('.');
        }
        if (ids.pmid() != null) {
            words.append(" PMID: ").append(ids.pmid()).append(ids.pmcid() == null ? "." : ";");
        }
        if (ids.pmcid() != null) {
            words.append(" PMCID: ").append(ids.pmcid()).append('.');
        }
        return words.toString();
    }

    private static final class Holder {
        static final Vancouver STYLE = new Vancouver();
    }

    private record Items(Map<String, CSLItemData> items) implements ItemDataProvider {
        @Override
        public CSLItemData retrieveItem(String id) {
            CSLItemData item = items.get(id);
            if (item == null) {
                throw new IllegalStateException("no item " + id);
            }
            return item;
        }

        @Override
        public Collection<String> getIds() {
            return items.keySet();
        }
    }
}
