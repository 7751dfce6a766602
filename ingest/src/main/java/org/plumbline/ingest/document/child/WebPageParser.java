package org.plumbline.ingest.document.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/// Writes the article of a saved web page: headings (`h1` to `h6`), paragraphs, lists, tables and captions, without
/// what surrounds them (navigation, menus, banners, forms, scripts); and as elements `fact` what the page says of
/// itself (`citation_*` and Dublin Core).
public final class WebPageParser implements Parser {

    private static final long serialVersionUID = 1L;

    private static final String SURROUNDINGS =
            "script, style, noscript, template, iframe, svg, form, button, nav, header nav,"
                    + " footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=search],"
                    + " [aria-hidden=true], [hidden]";

    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)(^|[-_ ])(nav(bar|igation)?|menu|breadcrumbs?|sidebar|cookies?|banner|share|social|footer|advert\\w*|"
                    + "related|recommend\\w*|newsletter|metrics|toolbar|skip-?links?)($|[-_ ])");

    private static final Pattern TOLD =
            Pattern.compile("(?i)(citation_|dc\\.|dcterms\\.|prism\\.|wkhealth_).+|title|author");

    private static final Set<String> BLOCKS = Set.of(
            "p", "li", "blockquote", "pre", "dd", "dt", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> CONTAINERS = Set.of(
            "div", "section", "article", "main", "body", "ul", "ol", "dl", "figure", "table", "header", "details");

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.text("html"), MediaType.application("xhtml+xml"));
    }

    @Override
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        Document page = Jsoup.parse(in, null, "");
        XHTMLContentHandler out = new XHTMLContentHandler(handler, new Metadata());
        out.startDocument();
        facts(page, out);
        page.select(SURROUNDINGS).remove();
        for (Element element : page.select("[class], [id]")) {
            boolean whole = element.is("body, html, article, main")
                    || element.select("article, main, h1").size() > 0;
            if (!whole
                    && (BOILERPLATE.matcher(element.className()).find()
                            || BOILERPLATE.matcher(element.id()).find())) {
                element.remove();
            }
        }
        write(articleOf(page), out);
        out.endDocument();
    }

    private static void facts(Document page, XHTMLContentHandler out) throws SAXException {
        fact(out, "title", page.title());
        fact(out, "language", page.select("html").attr("lang"));
        for (Element meta : page.select("meta[name][content]")) {
            if (TOLD.matcher(meta.attr("name")).matches()) {
                fact(out, meta.attr("name").toLowerCase(Locale.ROOT), meta.attr("content"));
            }
        }
    }

    /// The element of the article: the one so named that says the most, as long as it says a third of the page.
    private static Element articleOf(Document page) {
        int all = page.body().text().length();
        Optional<Element> named = page.select("article, main, [role=main], [itemprop=articleBody]").stream()
                .max(Comparator.comparingInt(element -> element.text().length()));
        return named.filter(element -> element.text().length() * 3 > all).orElse(page.body());
    }

    private static void write(Element element, XHTMLContentHandler out) throws SAXException {
        StringBuilder loose = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                loose.append(words.text());
            } else if (child instanceof Element inner) {
                if (isBlock(inner)) {
                    flush(loose, out);
                    block(inner, out);
                } else {
                    loose.append(inner.text()).append(' ');
                }
            }
        }
        flush(loose, out);
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return BLOCKS.contains(name)
                || CONTAINERS.contains(name)
                || element.select("p, div, table, h2, h3").size() > 0;
    }

    private static void block(Element element, XHTMLContentHandler out) throws SAXException {
        String name = element.normalName();
        if (name.equals("table")) {
            table(element, out);
        } else if (BLOCKS.contains(name) && element.select("p, ul, ol, table").isEmpty()) {
            boolean heading = name.matches("h[1-6]");
            boolean caption = name.endsWith("caption");
            out.startElement(heading ? name : "p", caption ? named("class", "caption") : new AttributesImpl());
            inline(element, out);
            out.endElement(heading ? name : "p");
        } else {
            write(element, out);
        }
    }

    private static void table(Element table, XHTMLContentHandler out) throws SAXException {
        for (Element caption : table.select("> caption")) {
            block(caption, out);
        }
        out.startElement("table");
        for (Element row : table.select("tr")) {
            out.startElement("tr");
            for (Element cell : row.select("> td, > th")) {
                out.element(cell.normalName(), cell.text());
            }
            out.endElement("tr");
        }
        out.endElement("table");
    }

    private static void inline(Element element, XHTMLContentHandler out) throws SAXException {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                out.characters(words.getWholeText());
            } else if (child instanceof Element inner) {
                switch (inner.normalName()) {
                    case "br" -> out.characters(" ");
                    case "sup", "sub" -> out.element(inner.normalName(), inner.text());
                    default -> inline(inner, out);
                }
            }
        }
    }

    private static void flush(StringBuilder loose, XHTMLContentHandler out) throws SAXException {
        if (!loose.toString().isBlank()) {
            out.element("p", loose.toString());
        }
        loose.setLength(0);
    }

    private static void fact(XHTMLContentHandler out, String name, String content) throws SAXException {
        if (content.isBlank()) {
            return;
        }
        AttributesImpl of = named("name", name);
        of.addAttribute("", "content", "content", "CDATA", content);
        out.startElement("fact", of);
        out.endElement("fact");
    }

    private static AttributesImpl named(String name, String value) {
        AttributesImpl attributes = new AttributesImpl();
        attributes.addAttribute("", name, name, "CDATA", value);
        return attributes;
    }
}
