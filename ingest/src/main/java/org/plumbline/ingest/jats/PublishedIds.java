package org.plumbline.ingest.jats;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.ingest.jats.tree.Element;

/// Gathers the identifiers of one publication, however JATS names their kinds. The first of a kind stands.
final class PublishedIds {

    private static final Pattern PMCID = Pattern.compile("(?i)(?:PMC)?([1-9][0-9]{0,11})(?:\\.[0-9]+)?");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{3,9}/\\S+");
    private static final Pattern PUBMED_ADDRESS =
            Pattern.compile("(?i)(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/pubmed)/([0-9]+)");
    private static final Pattern PMC_ADDRESS = Pattern.compile("(?i)/(PMC[0-9]+)");

    private @Nullable String pmid;
    private @Nullable String pmcid;
    private @Nullable String doi;

    /// The identifiers that an article's front gives of it.
    static ArticleIds ofArticle(Element meta) {
        PublishedIds ids = new PublishedIds();
        meta.elements("article-id").forEach(id -> ids.add(id.attribute("pub-id-type"), id.words()));
        return ids.ids();
    }

    /// The identifiers that a citation or a link to another article gives of it.
    static ArticleIds ofOther(Element citation) {
        PublishedIds ids = new PublishedIds();
        ids.add(citation.attribute("ext-link-type"), citation.attribute("href"));
        citation.descendants("pub-id", "object-id").forEach(id -> ids.add(id.attribute("pub-id-type"), id.words()));
        citation.descendants("ext-link", "uri").forEach(link -> {
            ids.add(link.attribute("ext-link-type"), link.attribute("href"));
            ids.addAddress(link.words());
        });
        return ids.ids();
    }

    ArticleIds ids() {
        return new ArticleIds(pmid, pmcid, doi);
    }

    /// Takes an identifier of a kind as JATS names it; other kinds are passed over.
    void add(String kind, String value) {
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "pmid", "pubmed" -> addPmid(value);
            case "pmc", "pmcid", "pmc-id", "pmcid-ver" -> addPmcid(value);
            case "doi" -> addDoi(value);
            case "uri", "url", "" -> addAddress(value);
            default -> {}
        }
    }

    private void addAddress(String address) {
        Matcher pubmed = PUBMED_ADDRESS.matcher(address);
        Matcher pmc = PMC_ADDRESS.matcher(address);
        if (pubmed.find()) {
            addPmid(pubmed.group(1));
        } else if (pmc.find()) {
            addPmcid(pmc.group(1));
        } else if (address.contains("doi")) {
            addDoi(address);
        }
    }

    private void addPmid(String value) {
        if (pmid == null && value.matches("[1-9][0-9]{0,11}")) {
            pmid = value;
        }
    }

    private void addPmcid(String value) {
        Matcher matcher = PMCID.matcher(value.strip());
        if (pmcid == null && matcher.matches()) {
            pmcid = "PMC" + matcher.group(1);
        }
    }

    private void addDoi(String value) {
        Matcher matcher = DOI.matcher(value);
        if (doi == null && matcher.find()) {
            doi = matcher.group();
        }
    }
}
