package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Mark;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;
import org.plumbline.ingest.text.XmlCursor.Token;

/// Reads the pages that the child wrote (see `document.child.PdfParser`).
public final class PageReader {

    private PageReader() {}

    /// The page whose start the cursor stands on; moves to its end.
    public static Page read(XmlCursor cursor) throws RefusedXmlException {
        int number = (int) number(cursor, "n");
        double width = number(cursor, "w");
        double height = number(cursor, "h");
        List<Line> lines = new ArrayList<>();
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            if (cursor.name().equals("p")) {
                Line line = line(cursor, number);
                if (!line.words().isBlank()) {
                    lines.add(line);
                }
            }
        }
        return new Page(number, width, height, lines);
    }

    private static Line line(XmlCursor cursor, int page) throws RefusedXmlException {
        double x = number(cursor, "x");
        double y = number(cursor, "y");
        double right = number(cursor, "r");
        double size = number(cursor, "s");
        String font = cursor.attribute("f");
        boolean bold = cursor.attribute("b").equals("1");
        int turned = (int) number(cursor, "d");
        int depth = cursor.depth();
        StringBuilder words = new StringBuilder();
        List<Mark> raised = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        Mark.Kind kind = null;
        while (!(cursor.next() == Token.END && cursor.depth() == depth)) {
            if (cursor.token() == Token.TEXT) {
                cursor.appendTo(run);
                continue;
            }
            append(words, run, kind, raised);
            boolean opens = cursor.token() == Token.START;
            kind = !opens ? null : cursor.name().equals("sup") ? Mark.Kind.SUPERSCRIPT : Mark.Kind.SUBSCRIPT;
        }
        append(words, run, kind, raised);
        return new Line(page, x, y, right, size, font, bold, turned, words.toString(), raised);
    }

    private static void append(
            StringBuilder words,
            StringBuilder run,
            Mark.@org.jspecify.annotations.Nullable Kind kind,
            List<Mark> raised) {
        String plain = Characters.plain(run.toString());
        int start = words.length();
        words.append(plain);
        int from = start + plain.length() - plain.stripLeading().length();
        int to = start + plain.stripTrailing().length();
        if (kind != null && to > from) {
            raised.add(new Mark(kind, from, to, ""));
        }
        run.setLength(0);
    }

    private static double number(XmlCursor cursor, String attribute) {
        String value = cursor.attribute(attribute);
        return value.matches("-?[0-9]{1,9}(\\.[0-9]{1,4})?") ? Double.parseDouble(value) : 0;
    }
}
