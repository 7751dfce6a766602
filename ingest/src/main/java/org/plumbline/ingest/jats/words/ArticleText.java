package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.ingest.jats.tree.Element;

/// The sections of an article, in the order in which a reader meets them: title, abstracts, body, back matter, the
/// front's footnotes and statements, and the tables and figures of the floats group.
///
/// Tables, figures, boxes inside a paragraph, footnotes and supplementary files never split a sentence: their
/// sections follow the section they stand in. Left out on purpose: contributors and their addresses, history,
/// copyright, the reference list (it is in the record), translated abstracts, running heads, pictures and their
/// descriptions for machines, TeX sources, and the bodies of sub-articles and responses.
public final class ArticleText {

    private static final Map<String, String> ABSTRACT_TYPES = Map.ofEntries(
            Map.entry("graphical", "Graphical abstract"),
            Map.entry("toc", "Summary for the table of contents"),
            Map.entry("teaser", "Teaser"),
            Map.entry("short", "Short summary"),
            Map.entry("summary", "Summary"),
            Map.entry("editor", "Editor's summary"),
            Map.entry("editors-summary", "Editors' summary"),
            Map.entry("editor-summary", "Editor's summary"),
            Map.entry("executive-summary", "Executive summary"),
            Map.entry("plain-language-summary", "Plain language summary"),
            Map.entry("patient", "Summary for patients"),
            Map.entry("key-points", "Key points"),
            Map.entry("author-highlights", "Highlights"),
            Map.entry("highlights", "Highlights"),
            Map.entry("precis", "Précis"));

    private final SectionList sections = new SectionList();
    private final SectionWriter writer = new SectionWriter(sections);

    private ArticleText() {}

    /// The sections of an `article` element; empty where it has no words.
    public static List<Section> of(Element article) {
        ArticleText text = new ArticleText();
        Element meta = article.find("front", "article-meta").orElse(Element.empty("article-meta"));
        text.title(meta);
        meta.elements("abstract").forEach(text::writeAbstract);
        article.elements("body").forEach(body -> text.writer.write(body, Place.of(Part.BODY)));
        article.elements("back").forEach(back -> text.writer.write(back, Place.of(Part.BACK)));
        text.statements(article, meta);
        article.elements("floats-group", "floats-wrap")
                .forEach(floats -> text.writer.write(floats, Place.of(Part.BODY)));
        return text.sections.sections();
    }

    private void title(Element meta) {
        Flow flow = new Flow();
        List<Element> titles = new ArrayList<>();
        meta.find("title-group").ifPresent(group -> {
            group.elements("article-title", "subtitle").forEach(titles::add);
        });
        for (Element title : titles) {
            flow.inside(title);
            flow.content().endParagraph();
        }
        sections.add(Place.of(Part.TITLE), flow.content());
    }

    private void writeAbstract(Element element) {
        Place place = Place.of(Part.ABSTRACT).inside(element).with(Role.OTHER);
        String kind = ABSTRACT_TYPES.get(element.attribute("abstract-type"));
        writer.write(element, kind == null ? place : place.summary(kind));
    }

    /// What an article's front says beside its abstract: footnotes, notes, funding, availability of data.
    private void statements(Element article, Element meta) {
        Place back = Place.of(Part.BACK);
        meta.elements("author-notes").forEach(notes -> footnotesOf(notes, back));
        Stream.concat(article.elements("front").flatMap(front -> front.elements("notes")), meta.elements("notes"))
                .forEach(notes -> writer.nested(notes, back));
        meta.elements("funding-group")
                .flatMap(group -> group.elements("funding-statement"))
                .forEach(statement -> writer.write(statement, back.with(Role.FUNDING)));
        meta.elements("custom-meta-group", "custom-meta-wrap")
                .flatMap(group -> group.elements("custom-meta"))
                .filter(custom -> custom.wordsOf("meta-name").equals("Data Availability"))
                .forEach(custom -> custom.find("meta-value")
                        .ifPresent(value -> writer.write(value, back.under("Data Availability"))));
    }

    private void footnotesOf(Element notes, Place back) {
        List<Element> footnotes = notes.elements("fn", "fn-group").toList();
        writer.footnotes(new Element("fn-group", Map.of(), List.copyOf(footnotes)), back);
    }
}
