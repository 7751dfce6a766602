package org.plumbline.ingest.jats;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.Bibliography;
import org.plumbline.citations.Journal;
import org.plumbline.citations.Part;
import org.plumbline.citations.Role;
import org.plumbline.citations.Section;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextKind;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.words.ArticleText;
import org.plumbline.ingest.text.Delivery;

/// Makes an article's record and text out of its tree.
final class ArticleRecord {

    private static final Set<Part> DECLARING = Set.of(Part.BACK, Part.FOOTNOTE);

    private final Element article;
    private final Element meta;
    private final Element journal;
    private final List<Section> sections;

    ArticleRecord(Element article) {
        this.article = article;
        this.meta = article.find("front", "article-meta").orElseGet(ArticleRecord::nothing);
        this.journal = article.find("front", "journal-meta").orElseGet(ArticleRecord::nothing);
        this.sections = ArticleText.of(article);
    }

    /// The article's identifiers as its XML gives them.
    ArticleIds ids() {
        return PublishedIds.ofArticle(meta);
    }

    /// Whether there is neither an identifier nor a word to know the article by.
    boolean isNameless() {
        return ids().aliases().isEmpty() && sections.isEmpty();
    }

    /// The record and its text.
    ///
    /// @param ids its identifiers, completed by what the file's name says
    Delivery.Read deliver(ArticleIds ids, SourceOrder order) {
        @Nullable Text text = sections.isEmpty() ? null : Text.of(TextKind.JATS, sections);
        Source source = ids.pmcid() == null ? Source.JATS : Source.PMC;
        SourceRecord record = SourceRecord.draft(source, sourceId(ids, text), order)
                .ids(ids)
                .textId(text == null ? null : text.id())
                .bibliography(bibliography())
                .articleType(article.attribute("article-type"))
                .keywords(keywords())
                .registryNumbers(Registrations.in(meta, sections))
                .grants(Funding.grants(meta))
                .relations(Relations.of(article, meta))
                .references(References.of(article))
                .license(License.codeOf(meta))
                .funding(declared(Role.FUNDING))
                .competingInterests(declared(Role.COMPETING_INTERESTS))
                .record();
        return new Delivery.Read(record, text);
    }

    private static String sourceId(ArticleIds ids, @Nullable Text text) {
        return Stream.of(ids.pmcid(), ids.doi(), text == null ? null : text.id().value(), ids.pmid())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private Bibliography bibliography() {
        String language = Languages.codeOf(article.attribute("lang"));
        String own = title(meta.find("title-group").orElseGet(ArticleRecord::nothing), "article-title", "subtitle");
        String translated = language.equals("eng") ? "" : englishTitle();
        return new Bibliography(
                translated.isEmpty() ? own : translated,
                translated.isEmpty() ? "" : own,
                Contributors.authors(meta),
                journal(),
                PublicationDates.findEarliest(meta).orElse(null),
                meta.wordsOf("volume"),
                meta.wordsOf("issue"),
                pages(),
                language);
    }

    private String englishTitle() {
        return meta.elements("title-group")
                .flatMap(group -> group.elements("trans-title-group"))
                .filter(group -> group.attribute("lang")
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith("en"))
                .findFirst()
                .map(group -> title(group, "trans-title", "trans-subtitle"))
                .orElse("");
    }

    /// Title and subtitle in one line, without the marks of footnotes.
    private static String title(Element group, String title, String subtitle) {
        return group.elements(title, subtitle)
                .map(ArticleRecord::withoutFootnoteMarks)
                .map(Element::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static Element withoutFootnoteMarks(Element title) {
        return new Element(
                title.name(),
                title.attributes(),
                title.children().stream()
                        .filter(child -> !(child instanceof Element element && element.is("xref", "fn")))
                        .toList());
    }

    private Journal journal() {
        String title = journal.wordsOf("journal-title-group", "journal-title");
        return new Journal(
                title.isEmpty() ? journal.wordsOf("journal-title") : title,
                abbreviation(),
                journal.elements("issn", "issn-l")
                        .map(Element::words)
                        .filter(issn -> !issn.isEmpty())
                        .distinct()
                        .toList(),
                journalId("nlm-journal-id"),
                journal.wordsOf("publisher", "publisher-name"));
    }

    private String abbreviation() {
        return Stream.of(
                        journalId("nlm-ta"),
                        journalId("iso-abbrev"),
                        journal.wordsOf("journal-title-group", "abbrev-journal-title"),
                        journal.wordsOf("abbrev-journal-title"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String journalId(String type) {
        return journal.elements("journal-id")
                .filter(id -> id.attribute("journal-id-type").equals(type))
                .findFirst()
                .map(Element::words)
                .orElse("");
    }

    private String pages() {
        String first = meta.wordsOf("fpage");
        String last = meta.wordsOf("lpage");
        if (first.isEmpty()) {
            return meta.wordsOf("elocation-id");
        }
        return last.isEmpty() || last.equals(first) ? first : first + "-" + last;
    }

    private List<String> keywords() {
        return meta.elements("kwd-group")
                .filter(group -> !group.attribute("kwd-group-type").startsWith("abbr"))
                .flatMap(group -> group.descendants("kwd", "compound-kwd"))
                .map(ArticleRecord::keyword)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String keyword(Element keyword) {
        return keyword.is("kwd")
                ? keyword.words()
                : keyword.elements("compound-kwd-part").map(Element::words).collect(Collectors.joining(", "));
    }

    /// The words of the sections with a role, those of the back matter before those of abstract and body.
    private String declared(Role role) {
        String inBack = wordsWith(role, true);
        return inBack.isEmpty() ? wordsWith(role, false) : inBack;
    }

    private String wordsWith(Role role, boolean declaring) {
        return sections.stream()
                .filter(section -> section.role() == role && DECLARING.contains(section.part()) == declaring)
                .filter(section -> section.part() != Part.TABLE && section.part() != Part.FIGURE)
                .map(Section::content)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static Element nothing() {
        return Element.empty("nothing");
    }
}
