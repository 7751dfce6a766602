package org.plumbline.research.report.export;

import java.util.stream.Collectors;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.PublicationDate;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

/// Writes the reference list in BibTeX, in UTF-8. Keys are "ref1", "ref2", …: the numbers of the report.
public final class BibtexRenderer {

    private final StringBuilder bibtex = new StringBuilder();

    private BibtexRenderer() {}

    public static String render(Report report) {
        BibtexRenderer renderer = new BibtexRenderer();
        report.references().forEach(renderer::reference);
        return renderer.bibtex.toString();
    }

    private void reference(Reference reference) {
        Bibliography bibliography = reference.bibliography();
        bibtex.append("@article{ref").append(reference.number()).append(",\n");
        field(
                "author",
                bibliography.authors().stream().map(BibtexRenderer::name).collect(Collectors.joining(" and ")));
        // The second pair of braces keeps capitals as they are.
        field("title", bibliography.title().isEmpty() ? "" : "{" + escaped(bibliography.title()) + "}");
        field("journal", escaped(bibliography.journal().title()));
        PublicationDate date = bibliography.date();
        if (date != null) {
            field("year", String.valueOf(date.year()));
        }
        field("volume", escaped(bibliography.volume()));
        field("number", escaped(bibliography.issue()));
        field("pages", escaped(bibliography.pages().replaceAll("[-\u2013]", "--")));
        String doi = reference.ids().doi();
        field("doi", doi == null ? "" : escaped(doi));
        String pmid = reference.ids().pmid();
        field("pmid", pmid == null ? "" : pmid);
        bibtex.append("}\n\n");
    }

    private static String name(Author author) {
        if (!author.collective().isEmpty()) {
            return "{" + escaped(author.collective()) + "}";
        }
        String given = author.given().isEmpty() ? author.initials() : author.given();
        String suffix = author.suffix().isEmpty() ? "" : ", " + escaped(author.suffix());
        return escaped(author.family()) + suffix + (given.isEmpty() ? "" : ", " + escaped(given));
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            bibtex.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.replaceAll("[\\s\\p{Cntrl}]+", " ").codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').appendCodePoint(character);
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
