package org.plumbline.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Mark;
import org.plumbline.citations.Part;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.document.Extract.Block;
import org.plumbline.ingest.document.layout.Heading;
import org.plumbline.ingest.text.ContentBuilder;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.WrittenDate;

/// Makes a record of a document that has markup (DOCX, a web page): sections under its headings, tables and
/// captions beside them, the reference list left out as in a JATS text; identifiers and bibliography as its
/// metadata give them.
final class MarkedUp {

    private static final int LETTERS_OF_A_TEXT = 20;

    private final Extract read;
    private final List<Section> sections = new ArrayList<>();
    private final List<Section> asides = new ArrayList<>();
    private final List<String> heading = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private ContentBuilder words = new ContentBuilder();
    private List<Mark> marks = new ArrayList<>();
    private Part part = Part.BODY;
    private boolean inReferences;

    MarkedUp(Extract read) {
        this.read = read;
    }

    Delivery deliver(InputFile file) {
        if (read.blocks().isEmpty()) {
            return Refusals.of(
                    file, Reason.UNKNOWN_FORMAT, "no words that can be read stand in it; store it as PDF or DOCX");
        }
        String title = title();
        if (!title.isEmpty()) {
            sections.add(Section.of(0, Part.TITLE, Role.OTHER, List.of(), title));
        }
        for (Block block : read.blocks()) {
            take(block, title);
        }
        flush();
        long letters = sections.stream()
                .flatMapToInt(section -> section.content().codePoints())
                .filter(Character::isLetter)
                .count();
        if (letters < LETTERS_OF_A_TEXT) {
            return Refusals.of(file, Reason.NO_TEXT, "no words stand in it; look at it by hand");
        }
        return DocumentRecord.of(ids(), bibliography(title), keywords(), sections);
    }

    private void take(Block block, String title) {
        switch (block) {
            case Block.Heading(int level, String printed) -> {
                if (!printed.equals(title) && !printed.isBlank()) {
                    open(level, Heading.of(printed));
                }
            }
            case Block.Paragraph(ContentBuilder paragraph, boolean caption) -> {
                if (caption) {
                    aside(Part.FIGURE, paragraph.content(), paragraph.marks());
                } else if (!inReferences && !paragraph.content().equals(title)) {
                    append(paragraph);
                }
            }
            case Block.Table(List<String> rows) -> aside(Part.TABLE, String.join("\n", rows), List.of());
        }
    }

    private void open(int level, Heading opened) {
        flush();
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            heading.removeLast();
        }
        levels.add(level);
        heading.add(opened.words());
        boolean inside = levels.size() > 1;
        if (opened.isKnown() && !(inside && part == Part.ABSTRACT)) {
            part = opened.part();
        } else if (!inside) {
            part = Part.BODY;
        }
        inReferences = opened.kind() == Heading.Kind.REFERENCES;
    }

    private void append(ContentBuilder paragraph) {
        words.endParagraph();
        int start = words.length();
        words.append(paragraph.content());
        paragraph
                .marks()
                .forEach(mark ->
                        marks.add(new Mark(mark.kind(), start + mark.start(), start + mark.end(), mark.target())));
    }

    private void aside(Part kind, String content, List<Mark> itsMarks) {
        if (!content.isBlank() && !inReferences) {
            asides.add(new Section(0, kind, Role.OTHER, titles(), "", content, itsMarks, List.of()));
        }
    }

    private void flush() {
        Role role = Role.ofHeading(heading);
        if (!words.content().isBlank()) {
            sections.add(new Section(sections.size(), part, role, titles(), "", words.content(), marks, List.of()));
        }
        for (Section aside : asides) {
            sections.add(new Section(
                    sections.size(),
                    aside.part(),
                    role,
                    aside.heading(),
                    "",
                    aside.content(),
                    aside.marks(),
                    List.of()));
        }
        words = new ContentBuilder();
        marks = new ArrayList<>();
        asides.clear();
    }

    private List<String> titles() {
        boolean named = !heading.isEmpty() && Heading.of(heading.getFirst()).kind() == Heading.Kind.ABSTRACT;
        return List.copyOf(named ? heading.subList(1, heading.size()) : heading);
    }

    // --- what the document says of itself

    private String title() {
        String told = firstOf("citation_title", "dc.title", "dc:title");
        if (!told.isEmpty()) {
            return told;
        }
        return read.blocks().stream()
                .filter(block -> block instanceof Block.Heading(int level, String _) && level == 1)
                .map(block -> ((Block.Heading) block).words())
                .filter(printed -> !Heading.of(printed).isKnown() && !printed.isBlank())
                .findFirst()
                .orElse(read.first("title"));
    }

    private ArticleIds ids() {
        String doi = firstOf("citation_doi", "dc.identifier", "prism.doi", "wkhealth_doi", "dcterms.identifier");
        List<String> lines = read.blocks().stream()
                .filter(block -> block instanceof Block.Paragraph)
                .limit(15)
                .map(block -> ((Block.Paragraph) block).words().content())
                .toList();
        ArticleIds found = PrintedIds.of(doi, lines);
        String pmid = read.first("citation_pmid");
        return new ArticleIds(pmid.isEmpty() ? found.pmid() : pmid, found.pmcid(), found.doi());
    }

    private Bibliography bibliography(String title) {
        String first = read.first("citation_firstpage");
        String last = read.first("citation_lastpage");
        List<String> issn = Stream.concat(read.all("citation_issn").stream(), read.all("prism.issn").stream())
                .filter(number -> number.matches("\\d{4}-\\d{3}[\\dXx]"))
                .distinct()
                .toList();
        return new Bibliography(
                title,
                "",
                read.all("citation_author").stream().map(MarkedUp::author).toList(),
                new Journal(
                        firstOf("citation_journal_title", "prism.publicationname"),
                        read.first("citation_journal_abbrev"),
                        issn,
                        "",
                        firstOf("citation_publisher", "dc.publisher")),
                date(),
                firstOf("citation_volume", "prism.volume"),
                firstOf("citation_issue", "prism.number"),
                last.isEmpty() || last.equals(first) ? first : first + "-" + last,
                "");
    }

    private static Author author(String written) {
        int comma = written.indexOf(',');
        int space = written.lastIndexOf(' ');
        if (comma > 0) {
            return Author.person(
                    written.substring(0, comma), written.substring(comma + 1).strip(), "");
        }
        return space < 0
                ? Author.group(written)
                : Author.person(written.substring(space + 1), written.substring(0, space), "");
    }

    private @Nullable PublicationDate date() {
        return WrittenDate.find(firstOf(
                        "citation_publication_date",
                        "citation_date",
                        "citation_online_date",
                        "dc.date",
                        "prism.publicationdate"))
                .orElse(null);
    }

    private List<String> keywords() {
        return read.all("citation_keywords").stream()
                .flatMap(words -> Stream.of(words.split("[;,]", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private String firstOf(String... names) {
        return Stream.of(names)
                .map(read::first)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
