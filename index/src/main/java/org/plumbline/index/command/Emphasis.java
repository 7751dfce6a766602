package org.plumbline.index.command;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.text.Span;
import org.plumbline.index.PassageHit;

/// Marks the words of a query in a passage: bold on a terminal, guillemets elsewhere.
final class Emphasis {

    private static final int WIDTH = 100;

    private final String open;
    private final String close;

    Emphasis(boolean terminal) {
        open = terminal ? "\033[1m" : "«";
        close = terminal ? "\033[0m" : "»";
    }

    /// A passage's words in lines, each beginning with this indent.
    List<String> lines(PassageHit hit, String indent) {
        return wrapped(marked(hit), indent);
    }

    private String marked(PassageHit hit) {
        String words = hit.passage().words();
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (Span span : hit.highlights()) {
            marked.append(Printable.line(words.substring(from, span.start())));
            marked.append(open).append(Printable.line(span.of(words))).append(close);
            from = span.end();
        }
        return marked.append(Printable.line(words.substring(from))).toString();
    }

    private static List<String> wrapped(String words, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split("\\s+", -1)) {
            if (line.length() > indent.length() && line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
