package org.plumbline.research.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A piece of a page: text, an element, or pieces in a row. Text can only come in escaped.
sealed interface Html {

    Set<String> VOID = Set.of("br", "col", "hr", "meta");
    /// Elements that begin on a line of their own: white space before them shows nowhere.
    Set<String> BLOCKS = Set.of(
            "html",
            "head",
            "body",
            "header",
            "main",
            "footer",
            "nav",
            "section",
            "article",
            "div",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "h1",
            "h2",
            "h3",
            "h4",
            "figure",
            "figcaption",
            "blockquote",
            "details",
            "summary",
            "svg",
            "g",
            "meta",
            "title",
            "style");

    void write(StringBuilder page);

    static Html text(String words) {
        return new Words(words);
    }

    static Html row(Html... pieces) {
        return new Row(List.of(pieces));
    }

    static Html row(Stream<Html> pieces) {
        return new Row(pieces.toList());
    }

    static Element tag(String name, Html... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    static Element tag(String name, Stream<? extends Html> children) {
        return new Element(name, Map.of(), List.copyOf(children.toList()));
    }

    static Element tag(String name, String words) {
        return tag(name, text(words));
    }

    /// The page's own style sheet: the only text that is not escaped.
    static Html style(String css) {
        if (css.contains("<") || css.contains("&") || css.contains("]]>")) {
            throw new IllegalArgumentException("a style sheet in a page has no <, & or ]]>");
        }
        return new Style(css);
    }

    /// Words, escaped when written.
    record Words(String words) implements Html {
        @Override
        public void write(StringBuilder page) {
            Escape.into(page, words);
        }
    }

    /// Pieces in a row.
    record Row(List<Html> pieces) implements Html {
        @Override
        public void write(StringBuilder page) {
            pieces.forEach(piece -> piece.write(page));
        }
    }

    /// The style sheet.
    record Style(String css) implements Html {
        @Override
        public void write(StringBuilder page) {
            page.append("\n<style>").append(css).append("</style>");
        }
    }

    /// An element. A link leads within the page or to an https address; nothing else can be written.
    record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {

        public Element {
            if (!name.matches("[a-z][a-zA-Z0-9]*") || name.equals("script")) {
                throw new IllegalArgumentException("element " + name);
            }
        }

        Element with(String attribute, String value) {
            if (!attribute.matches("[a-zA-Z][a-zA-Z0-9-]*")
                    || attribute.startsWith("on")
                    || attribute.equals("style")) {
                throw new IllegalArgumentException("attribute " + attribute);
            }
            if (attribute.equals("href") && !value.startsWith("#") && !value.startsWith("https://")) {
                throw new IllegalArgumentException("link to " + value);
            }
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        Element with(String attribute, long value) {
            return with(attribute, Long.toString(value));
        }

        /// With a class.
        Element as(String className) {
            return with("class", className);
        }

        @Override
        public void write(StringBuilder page) {
            if (BLOCKS.contains(name)) {
                page.append('\n');
            }
            page.append('<').append(name);
            attributes.forEach((attribute, value) -> {
                page.append(' ').append(attribute).append("=\"");
                Escape.into(page, value);
                page.append('"');
            });
            if (VOID.contains(name)) {
                page.append("/>");
                return;
            }
            page.append('>');
            children.forEach(child -> child.write(page));
            page.append("</").append(name).append('>');
        }
    }
}
