package org.plumbline.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.citations.Mark;
import org.plumbline.ingest.document.layout.Page;
import org.plumbline.ingest.document.layout.PageReader;
import org.plumbline.ingest.text.ContentBuilder;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;
import org.plumbline.ingest.text.XmlCursor.Token;

/// What a child wrote of a document.
///
/// @param facts what the document says of itself and what was counted, by lower-case name
/// @param pages of a PDF
/// @param blocks of a document that has markup
record Extract(Map<String, List<String>> facts, List<Page> pages, List<Block> blocks) {

    /// A piece of a document with markup.
    sealed interface Block {

        /// A title.
        ///
        /// @param level 1 to 6
        record Heading(int level, String words) implements Block {}

        record Paragraph(ContentBuilder words, boolean caption) implements Block {}

        /// A table.
        ///
        /// @param rows cells separated by tabs
        record Table(List<String> rows) implements Block {}
    }

    static Extract read(XmlCursor cursor) throws RefusedXmlException {
        Map<String, List<String>> facts = new TreeMap<>();
        List<Page> pages = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        while (cursor.next() != Token.DONE) {
            if (cursor.token() != Token.START) {
                continue;
            }
            String name = cursor.name();
            switch (name) {
                case "fact", "meta" ->
                    facts.computeIfAbsent(cursor.attribute("name").toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                            .add(cursor.attribute("content").strip());
                case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    blocks.add(new Block.Heading(
                            name.charAt(1) - '0', mixed(cursor).content()));
                case "p" -> {
                    boolean caption = cursor.attribute("class").equals("caption");
                    blocks.add(new Block.Paragraph(mixed(cursor), caption));
                }
                case "table" -> blocks.add(new Block.Table(rows(cursor)));
                case "div" -> {
                    if (cursor.attribute("class").equals("page")
                            && !cursor.attribute("n").isEmpty()) {
                        pages.add(PageReader.read(cursor));
                    }
                }
                default -> {}
            }
        }
        return new Extract(facts, pages, blocks);
    }

    /// The first fact of a name; empty where there is none.
    String first(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    List<String> all(String name) {
        return facts.getOrDefault(name, List.of());
    }

    private static ContentBuilder mixed(XmlCursor cursor) throws RefusedXmlException {
        ContentBuilder words = new ContentBuilder();
        List<Integer> starts = new ArrayList<>();
        int depth = cursor.depth();
        while (true) {
            switch (cursor.next()) {
                case TEXT -> cursor.appendTo(words);
                case START -> {
                    starts.add(words.length());
                    if (cursor.name().equals("br")) {
                        words.append(" ");
                    }
                }
                case END -> {
                    if (cursor.depth() == depth) {
                        return words;
                    }
                    mark(words, cursor.name(), starts.removeLast());
                }
                case DONE -> {
                    return words;
                }
            }
        }
    }

    private static void mark(ContentBuilder words, String name, int start) {
        switch (name) {
            case "sup" -> words.mark(Mark.Kind.SUPERSCRIPT, start, "");
            case "sub" -> words.mark(Mark.Kind.SUBSCRIPT, start, "");
            default -> {}
        }
    }

    private static List<String> rows(XmlCursor cursor) throws RefusedXmlException {
        List<String> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int depth = cursor.depth();
        while (!(cursor.next() == Token.END && cursor.depth() == depth) && cursor.token() != Token.DONE) {
            boolean starts = cursor.token() == Token.START;
            if (starts && (cursor.name().equals("td") || cursor.name().equals("th"))) {
                cells.add(cursor.words());
            } else if (cursor.token() == Token.END && cursor.name().equals("tr")) {
                rows.add(String.join("\t", cells));
                cells.clear();
            }
        }
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }
}
