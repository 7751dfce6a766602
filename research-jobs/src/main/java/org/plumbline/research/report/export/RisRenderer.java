package org.plumbline.research.report.export;

import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.PublicationDate;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

/// Writes the reference list in RIS, which every reference manager reads. Lines end in CR LF, as the format says.
public final class RisRenderer {

    private final StringBuilder ris = new StringBuilder();

    private RisRenderer() {}

    public static String render(Report report) {
        RisRenderer renderer = new RisRenderer();
        report.references().forEach(renderer::reference);
        return renderer.ris.toString();
    }

    private void reference(Reference reference) {
        Bibliography bibliography = reference.bibliography();
        line("TY", "JOUR");
        bibliography.authors().forEach(author -> line("AU", name(author)));
        line("TI", bibliography.title());
        line("T2", bibliography.journal().title());
        line("J2", bibliography.journal().abbreviation());
        PublicationDate date = bibliography.date();
        if (date != null) {
            line("PY", String.valueOf(date.year()));
            line("DA", date.toString().replace('-', '/'));
        }
        line("VL", bibliography.volume());
        line("IS", bibliography.issue());
        String[] pages = bibliography.pages().split("[-\u2013]", 2);
        line("SP", pages[0]);
        line("EP", pages.length > 1 ? pages[1] : "");
        bibliography.journal().issns().forEach(issn -> line("SN", issn));
        identifiers(reference.ids());
        line("N1", "Standing: " + Phrases.standing(reference.standing()));
        ris.append("ER  - \r\n\r\n");
    }

    private void identifiers(ArticleIds ids) {
        if (ids.doi() != null) {
            line("DO", ids.doi());
        }
        if (ids.pmid() != null) {
            line("AN", ids.pmid());
        }
        if (ids.pmcid() != null) {
            line("C2", ids.pmcid());
        }
    }

    private static String name(Author author) {
        if (!author.collective().isEmpty()) {
            return author.collective();
        }
        String given = author.given().isEmpty() ? author.initials() : author.given();
        String name = given.isEmpty() ? author.family() : author.family() + ", " + given;
        return author.suffix().isEmpty() ? name : name + ", " + author.suffix();
    }

    private void line(String tag, String value) {
        String oneLine = value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (!oneLine.isEmpty()) {
            ris.append(tag).append("  - ").append(oneLine).append("\r\n");
        }
    }
}
