package org.plumbline.ingest.jats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.ingest.jats.tree.Element;
import org.plumbline.ingest.jats.tree.Node;

/// Rewrites an article of BioMed Central's own document type (`<art>`, used to 2015) in the words of JATS, so that
/// both are read by the same code. Citation marks get the square brackets that BMC prints around them.
final class BmcArticle {

    /// The root element of the document type.
    static final String ROOT = "art";

    /// BMC's names and those of JATS for the same, where only the name differs.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("st", "title"),
            Map.entry("it", "italic"),
            Map.entry("b", "bold"),
            Map.entry("url", "ext-link"),
            Map.entry("a", "ext-link"),
            Map.entry("tblr", "xref"),
            Map.entry("figr", "xref"),
            Map.entry("supplr", "xref"),
            Map.entry("abbr", "xref"),
            Map.entry("suppl", "supplementary-material"),
            Map.entry("tblbdy", "table"),
            Map.entry("r", "tr"),
            Map.entry("c", "td"),
            Map.entry("tblfn", "table-wrap-foot"),
            Map.entry("text", "caption"),
            Map.entry("m", "inline-formula"),
            Map.entry("display-formula", "disp-formula"),
            Map.entry("linebreak", "break"));

    private static final Map<String, String> ARTICLE_TYPES = Map.of(
            "research", "research-article",
            "research article", "research-article",
            "methodology", "research-article",
            "review", "review-article",
            "case report", "case-report",
            "study protocol", "study-protocol",
            "correction", "correction",
            "erratum", "correction",
            "letter to the editor", "letter",
            "editorial", "editorial");

    private BmcArticle() {}

    /// The article in JATS.
    static Element asJats(Element art) {
        Element front = art.find("fm").orElse(Element.empty("fm"));
        Element own = front.find("bibl").orElse(Element.empty("bibl"));
        String head = front.wordsOf("dochead").toLowerCase(Locale.ROOT);
        return new Element(
                "article",
                Map.of("article-type", ARTICLE_TYPES.getOrDefault(head, head), "lang", "en"),
                List.of(
                        of("front", journal(own), meta(front, own)),
                        new Element("body", Map.of(), inside(art.find("bdy").orElse(Element.empty("bdy")))),
                        back(art.find("bm").orElse(Element.empty("bm")))));
    }

    private static Element journal(Element own) {
        return of(
                "journal-meta",
                named("journal-title", own.wordsOf("source")),
                named("issn", own.wordsOf("issn")),
                of("publisher", named("publisher-name", "BioMed Central")));
    }

    private static Element meta(Element front, Element own) {
        List<Node> meta = new ArrayList<>();
        own.descendants("pubid").map(BmcArticle::id).forEach(meta::add);
        Element title = own.find("title").orElse(Element.empty("title"));
        meta.add(of("title-group", new Element("article-title", Map.of(), unwrapped(title))));
        meta.add(new Element(
                "contrib-group",
                Map.of(),
                own.elements("aug")
                        .flatMap(group -> group.elements("au"))
                        .<Node>map(BmcArticle::contributor)
                        .toList()));
        front.find("history", "pub", "date")
                .ifPresentOrElse(
                        date -> meta.add(new Element("pub-date", Map.of("pub-type", "epub"), date.children())),
                        () -> meta.add(of("pub-date", named("year", own.wordsOf("pubdate")))));
        Stream.of("volume", "issue", "fpage", "lpage").forEach(name -> meta.add(named(name, own.wordsOf(name))));
        front.elements("cpyrt").forEach(copyright -> meta.add(licence(copyright)));
        front.elements("kwdg").forEach(group -> meta.add(new Element("kwd-group", Map.of(), group.children())));
        front.elements("abs").forEach(words -> meta.add(new Element("abstract", Map.of(), abstractOf(words))));
        return new Element("article-meta", Map.of(), meta);
    }

    private static Element id(Element id) {
        String type = id.attribute("idtype").equals("pmpid") ? "pmid" : id.attribute("idtype");
        return new Element("article-id", Map.of("pub-id-type", type), List.of(new Node.Characters(id.words())));
    }

    private static Element contributor(Element author) {
        String collective = author.wordsOf("cnm");
        if (!collective.isEmpty()) {
            return new Element("contrib", Map.of("contrib-type", "author"), List.of(named("collab", collective)));
        }
        return new Element("contrib", Map.of("contrib-type", "author"), List.of(name(author)));
    }

    private static Element name(Element author) {
        String middle = author.wordsOf("mnm").isEmpty() ? author.wordsOf("mi") : author.wordsOf("mnm");
        return of(
                "name",
                named("surname", author.wordsOf("snm")),
                named("given-names", (author.wordsOf("fnm") + " " + middle).strip()),
                named("suffix", author.wordsOf("suf")));
    }

    private static Element licence(Element copyright) {
        return of(
                "permissions",
                named("copyright-year", copyright.wordsOf("year")),
                new Element("license", Map.of(), inside(copyright)));
    }

    /// Without the section "Abstract" that stands around it.
    private static List<Node> abstractOf(Element words) {
        List<Element> sections = words.elements("sec").toList();
        boolean wrapped = sections.size() == 1
                && sections.getFirst().wordsOf("st").toLowerCase(Locale.ROOT).startsWith("abstract");
        if (!wrapped) {
            return inside(words);
        }
        return sections.getFirst()
                .elements()
                .filter(child -> !child.is("st"))
                .<Node>flatMap(BmcArticle::node)
                .toList();
    }

    private static Element back(Element back) {
        List<Node> children = new ArrayList<>();
        for (Element child : back.elements().toList()) {
            if (child.is("refgrp")) {
                children.add(new Element(
                        "ref-list",
                        Map.of(),
                        child.elements("bibl").<Node>map(BmcArticle::reference).toList()));
            } else {
                node(child).forEach(children::add);
            }
        }
        return new Element("back", Map.of(), children);
    }

    private static Element reference(Element cited) {
        List<Node> fields = new ArrayList<>();
        cited.elements("aug").flatMap(group -> group.elements("au")).forEach(author -> {
            String collective = author.wordsOf("cnm");
            String person = author.wordsOf("snm") + " " + author.wordsOf("fnm");
            fields.add(named("name", collective.isEmpty() ? person.strip() : collective));
        });
        for (String name : List.of("title", "source", "publisher", "pubdate", "volume", "fpage", "lpage", "note")) {
            fields.add(named(name, cited.wordsOf(name)));
        }
        cited.descendants("pubid")
                .map(BmcArticle::id)
                .forEach(id -> fields.add(new Element("pub-id", id.attributes(), id.children())));
        Element citation = new Element(
                "element-citation",
                Map.of(),
                fields.stream()
                        .filter(field -> field instanceof Element element
                                && !element.words().isEmpty())
                        .toList());
        return new Element("ref", Map.of("id", cited.attribute("id")), List.of(citation));
    }

    // --- words

    private static List<Node> inside(Element element) {
        return element.children().stream().flatMap(BmcArticle::node).toList();
    }

    private static Stream<Node> node(Node node) {
        return switch (node) {
            case Node.Characters characters -> Stream.of(characters);
            case Element element -> element(element);
        };
    }

    private static Stream<Node> element(Element element) {
        return switch (element.name()) {
            case "abbrgrp" -> citations(element).stream();
            case "st" -> Stream.of(new Element("title", Map.of(), unwrapped(element)));
            case "fig", "suppl" -> Stream.of(captioned(element, NAMES.getOrDefault(element.name(), "fig")));
            case "tbl", "table" -> Stream.of(table(element));
            case "abbr" ->
                Stream.of(new Element(
                        "xref", Map.of("ref-type", "bibr", "rid", element.attribute("bid")), inside(element)));
            case "url", "a" -> Stream.of(new Element("ext-link", Map.of("href", addressOf(element)), inside(element)));
            default ->
                Stream.of(new Element(
                        NAMES.getOrDefault(element.name(), element.name()), element.attributes(), inside(element)));
        };
    }

    private static String addressOf(Element link) {
        return link.attribute("href").isEmpty() ? link.words() : link.attribute("href");
    }

    private static List<Node> citations(Element group) {
        List<Node> marks = new ArrayList<>();
        for (Node child : group.children()) {
            if (child instanceof Element element) {
                marks.add(new Node.Characters(marks.isEmpty() ? "[" : ","));
                element(element).forEach(marks::add);
            }
        }
        marks.add(new Node.Characters(marks.isEmpty() ? "" : "]"));
        return marks;
    }

    private static Element captioned(Element element, String name) {
        List<Node> children = new ArrayList<>();
        element.elements("title").forEach(title -> children.add(new Element("label", Map.of(), unwrapped(title))));
        element.elements()
                .filter(child -> !child.is("title", "graphic", "file"))
                // A figure's text repeats its caption in bold.
                .filter(child -> !child.is("caption") || element.find("text").isEmpty())
                .flatMap(BmcArticle::node)
                .forEach(children::add);
        return new Element(name, element.attributes(), children);
    }

    private static Element table(Element table) {
        List<Node> children = new ArrayList<>();
        table.elements("title").forEach(title -> children.add(new Element("label", Map.of(), unwrapped(title))));
        table.elements("caption").flatMap(BmcArticle::node).forEach(children::add);
        table.elements("tblbdy").flatMap(BmcArticle::node).forEach(children::add);
        List<Node> groups = table.elements("tgroup").flatMap(BmcArticle::node).toList();
        if (!groups.isEmpty()) {
            children.add(new Element("table", Map.of(), groups));
        }
        Stream.concat(table.elements("tblfn"), table.elements("tgroup").flatMap(group -> group.elements("tfoot")))
                .forEach(foot -> children.add(new Element("table-wrap-foot", Map.of(), inside(foot))));
        return new Element("table-wrap", table.attributes(), children);
    }

    /// The words inside of the paragraphs that BMC puts into every title.
    private static List<Node> unwrapped(Element title) {
        return title.children().stream()
                .flatMap(child ->
                        child instanceof Element element && element.is("p") ? inside(element).stream() : node(child))
                .toList();
    }

    private static Element named(String name, String words) {
        return words.isEmpty() ? Element.empty(name) : new Element(name, Map.of(), List.of(new Node.Characters(words)));
    }

    private static Element of(String name, Node... children) {
        return new Element(name, Map.of(), Arrays.asList(children));
    }
}
