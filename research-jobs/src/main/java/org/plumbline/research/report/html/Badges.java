package org.plumbline.research.report.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Standing;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;

/// What a reader must see beside every source: how much of it was read, whether it still stands, where it is.
final class Badges {

    private static final String PUBMED = "https://pubmed.ncbi.nlm.nih.gov/";
    private static final String PMC = "https://pmc.ncbi.nlm.nih.gov/articles/";
    private static final String DOI = "https://doi.org/";

    private Badges() {}

    static Html of(Reference reference) {
        Html access = Html.tag("span", reference.access().words()).as("badge");
        if (reference.standing() == Standing.NO_KNOWN_EVENT) {
            return access;
        }
        return Html.row(
                access,
                Html.text(" "),
                Html.tag("span", Phrases.standing(reference.standing())).as("badge warn"));
    }

    /// Links to PubMed, PubMed Central and the publisher; identifiers without links for the fictional sample.
    static Html links(ArticleIds ids, String vancouver) {
        if (Phrases.isFictional(vancouver)) {
            return Html.tag("span", String.join(" \u00B7 ", Phrases.ids(ids)) + " (fictional: no links)")
                    .as("ids");
        }
        List<Html> links = new ArrayList<>();
        if (ids.pmid() != null) {
            links.add(link("PubMed " + ids.pmid(), PUBMED + ids.pmid() + "/"));
        }
        if (ids.pmcid() != null) {
            links.add(link(ids.pmcid(), PMC + ids.pmcid() + "/"));
        }
        if (ids.doi() != null) {
            links.add(link("doi " + ids.doi(), DOI + percentEncoded(ids.doi())));
        }
        return Html.tag("span", separated(links)).as("ids");
    }

    private static Html link(String words, String address) {
        return Html.tag("a", words).with("href", address).with("rel", "noopener noreferrer external");
    }

    static Html separated(List<Html> pieces) {
        List<Html> row = new ArrayList<>();
        for (Html piece : pieces) {
            if (!row.isEmpty()) {
                row.add(Html.text(" \u00B7 "));
            }
            row.add(piece);
        }
        return new Html.Row(List.copyOf(row));
    }

    /// Encodes what an address may not hold; a DOI's slashes and brackets stay readable.
    private static String percentEncoded(String doi) {
        StringBuilder address = new StringBuilder();
        for (byte octet : doi.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain =
                    character < 0x7F && (Character.isLetterOrDigit(character) || "-._~/():;,".indexOf(character) >= 0);
            address.append(plain ? String.valueOf(character) : "%%%02X".formatted(octet & 0xFF));
        }
        return address.toString();
    }
}
