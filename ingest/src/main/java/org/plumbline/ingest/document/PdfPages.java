package org.plumbline.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.PublicationDate;
import org.plumbline.citations.Section;
import org.plumbline.ingest.document.layout.LaidOut;
import org.plumbline.ingest.document.layout.Line;
import org.plumbline.ingest.document.layout.Page;
import org.plumbline.ingest.document.layout.PageLayout;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.InputFile;
import org.plumbline.ingest.text.Quarantined.Reason;

/// Makes a record of a PDF's pages, or says why there is none: pictures of pages, no text, characters without
/// meaning.
final class PdfPages {

    /// Fewer letters a page than a stamp has are no text where the pages are pictures.
    private static final long LETTERS_OF_A_STAMP = 60;

    private static final long LETTERS_OF_A_WORD = 3;

    private static final Pattern YEAR = Pattern.compile(
            "(?i)(?:©|\\(c\\)|copyright|published(?: online)?(?: on)?)[^\\n]{0,40}?\\b((?:19|20)\\d\\d)\\b");

    private final Extract facts;
    private final List<Page> pages;

    PdfPages(Extract read) {
        this.facts = read;
        this.pages = read.pages();
    }

    Delivery deliver(InputFile file) {
        String words = words();
        Letters letters = Letters.in(words);
        long pictures = count("pictures");
        if (count("broken") > 0) {
            return Refusals.of(
                    file,
                    Reason.DAMAGED,
                    count("broken") + " of its " + count("pages") + " pages cannot be read; fetch it again");
        }
        if (letters.letters() < LETTERS_OF_A_WORD) {
            return noText(file, count("images"));
        }
        boolean stampOnly = letters.letters() < LETTERS_OF_A_STAMP * Math.max(1, pages.size());
        if (stampOnly && pictures * 2 > pages.size()) {
            return noText(file, pictures);
        }
        if (letters.areGarbled() || count("unmapped") * 2 > count("glyphs")) {
            return Refusals.of(
                    file,
                    Reason.GARBLED_TEXT,
                    "its fonts do not say which characters its words are made of; look for another copy, or have it recognised (OCR)");
        }
        LaidOut text = PageLayout.read(pages);
        List<Section> sections = text.sections();
        if (sections.isEmpty()) {
            return noText(file, pictures);
        }
        return DocumentRecord.of(
                PrintedIds.of(facts.first("doi"), firstLines()), bibliography(text.title()), text.keywords(), sections);
    }

    private static Delivery noText(InputFile file, long pictures) {
        return pictures > 0
                ? Refusals.of(
                        file,
                        Reason.SCANNED,
                        "pictures of pages with hardly any text; have it recognised (OCR), and give that copy")
                : Refusals.of(file, Reason.NO_TEXT, "hardly a word stands on its pages; look at it by hand");
    }

    private Bibliography bibliography(String printed) {
        String told = facts.first("title").strip();
        boolean tells =
                told.split("\\s+").length > 3 && !told.matches("(?i).*\\.(docx?|pdf|indd|tex|qxd)\\b.*|untitled.*");
        String title = printed.isEmpty() && tells ? told : printed;
        return new Bibliography(title, "", List.of(), Journal.NONE, date(), "", "", "", "");
    }

    private @Nullable PublicationDate date() {
        Matcher year = YEAR.matcher(String.join("\n", firstLines()));
        return year.find() ? new PublicationDate(Integer.parseInt(year.group(1)), 0, 0) : null;
    }

    /// The lines of the first two pages, those at the edges first.
    private List<String> firstLines() {
        List<String> edges = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Page page : pages.subList(0, Math.min(2, pages.size()))) {
            for (Line line : page.lines()) {
                boolean edge = line.y() < 0.12 * page.height() || line.y() > 0.88 * page.height();
                (edge ? edges : others).add(line.words());
            }
            if (page.number() == 1) {
                edges.addAll(others);
                others.clear();
            }
        }
        return edges;
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        pages.forEach(
                page -> page.lines().forEach(line -> words.append(line.words()).append('\n')));
        return words.toString();
    }

    private long count(String fact) {
        String value = facts.first(fact);
        return value.matches("[0-9]{1,12}") ? Long.parseLong(value) : 0;
    }
}
