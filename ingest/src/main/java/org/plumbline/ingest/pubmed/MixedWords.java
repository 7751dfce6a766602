package org.plumbline.ingest.pubmed;

import org.plumbline.citations.Mark;
import org.plumbline.ingest.text.ContentBuilder;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlCursor;
import org.plumbline.ingest.text.XmlCursor.Token;

/// Reads titles and abstracts: every word in order, with marks for what stands high, low or in a formula (MathML,
/// DispFormula). Left out: MathML's annotations, which say the formula a second time.
final class MixedWords {

    private final XmlCursor cursor;
    private final ContentBuilder content = new ContentBuilder();
    private int formulas;

    private MixedWords(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /// The words of the element whose start the cursor stands on; moves to its end.
    static ContentBuilder read(XmlCursor cursor) throws RefusedXmlException {
        MixedWords words = new MixedWords(cursor);
        words.element();
        return words.content;
    }

    private void element() throws RefusedXmlException {
        int depth = cursor.depth();
        while (true) {
            Token token = cursor.next();
            if (token == Token.START) {
                child(cursor.name());
            } else if (token == Token.TEXT) {
                cursor.appendTo(content);
            } else if (cursor.depth() == depth) {
                return;
            }
        }
    }

    private void child(String name) throws RefusedXmlException {
        switch (name) {
            case "sup" -> marked(Mark.Kind.SUPERSCRIPT);
            case "sub" -> marked(Mark.Kind.SUBSCRIPT);
            case "math", "DispFormula" -> formula();
            case "annotation", "annotation-xml" -> skip();
            default -> element();
        }
    }

    private void marked(Mark.Kind kind) throws RefusedXmlException {
        int start = content.length();
        element();
        content.mark(kind, start, "");
    }

    private void formula() throws RefusedXmlException {
        int start = content.length();
        formulas++;
        element();
        formulas--;
        if (formulas == 0) {
            content.mark(Mark.Kind.FORMULA, start, "");
        }
    }

    private void skip() throws RefusedXmlException {
        int depth = cursor.depth();
        while (cursor.nextChild(depth)) {
            // passed over
        }
    }
}
