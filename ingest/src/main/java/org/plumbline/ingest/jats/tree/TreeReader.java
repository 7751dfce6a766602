package org.plumbline.ingest.jats.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.ingest.text.Quarantined.Reason;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.RefusedXmlException.Reach;
import org.plumbline.ingest.text.XmlCursor;
import org.plumbline.ingest.text.XmlCursor.Token;

/// Reads the element that a cursor stands on into a tree and leaves the cursor on its end.
///
/// Left out: `sub-article` and `response` (texts of their own, not this article's), `tex-math` and MathML's
/// `annotation` (sources of a formula whose words stand beside them), and of `alternatives` all but one form.
public final class TreeReader {

    /// More than any article has; a tree of this size takes a few hundred MiB.
    private static final int MOST_NODES = 3_000_000;

    private static final Set<String> LEFT_OUT =
            Set.of("sub-article", "response", "tex-math", "annotation", "annotation-xml");

    private final XmlCursor cursor;
    private int nodes;

    public TreeReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /// The element whose start the cursor stands on.
    public Element read() throws RefusedXmlException {
        count();
        String name = cursor.name();
        var attributes = cursor.attributes();
        List<Node> children = new ArrayList<>(4);
        StringBuilder characters = new StringBuilder();
        for (Token token = cursor.next(); token != Token.END; token = cursor.next()) {
            if (token == Token.TEXT) {
                cursor.appendTo(characters);
            } else if (LEFT_OUT.contains(cursor.name())) {
                cursor.skip();
            } else {
                addCharacters(characters, children);
                children.add(read());
            }
        }
        addCharacters(characters, children);
        return new Element(name, attributes, name.equals("alternatives") ? chosen(children) : children);
    }

    private void addCharacters(StringBuilder characters, List<Node> children) throws RefusedXmlException {
        if (!characters.isEmpty()) {
            count();
            children.add(new Node.Characters(characters.toString()));
            characters.setLength(0);
        }
    }

    private void count() throws RefusedXmlException {
        if (++nodes > MOST_NODES) {
            throw new RefusedXmlException(
                    Reason.TOO_LARGE,
                    Reach.FILE,
                    cursor.place(),
                    "one article has more than " + MOST_NODES + " pieces of XML; look at the file by hand");
        }
    }

    /// One of several forms of the same thing: tables before MathML before anything else that has words. Several
    /// tables are not forms of one another but its parts: publishers put them beside one picture of all.
    private static List<Node> chosen(List<Node> children) {
        List<Element> forms = children.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        List<Element> tables = forms.stream().filter(form -> form.is("table")).toList();
        if (!tables.isEmpty()) {
            return List.copyOf(tables);
        }
        return forms.stream()
                .filter(form -> form.is("math"))
                .findFirst()
                .or(() -> forms.stream().filter(form -> !form.words().isEmpty()).findFirst())
                .map(form -> List.<Node>of(form))
                .orElse(List.of());
    }
}
