package org.plumbline.research.report.markdown;

import java.util.List;
import java.util.stream.Collectors;

/// Writes Markdown; words from outside are escaped, so that they show as they are and never become markup.
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]<>()#+-!|~&$";

    private final StringBuilder page = new StringBuilder();

    /// Words as they show: one line, every special character escaped.
    static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.replaceAll("\\s+", " ").codePoints().forEach(character -> {
            if (character < 0x20) {
                escaped.append('\uFFFD');
                return;
            }
            if (SPECIAL.indexOf(character) >= 0 && needsEscape(escaped, character)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }

    /// Hyphens, brackets and the like between words are harmless but where a line begins.
    private static boolean needsEscape(StringBuilder before, int character) {
        return "()-+!".indexOf(character) < 0 || before.isEmpty();
    }

    Markdown heading(int level, String words) {
        return block("#".repeat(level) + " " + escaped(words));
    }

    Markdown paragraph(String words) {
        return block(escaped(words));
    }

    /// A block that is Markdown already.
    Markdown block(String markdown) {
        page.append(markdown).append("\n\n");
        return this;
    }

    /// A list of entries that are Markdown already.
    Markdown list(List<String> entries) {
        return entries.isEmpty()
                ? this
                : block(entries.stream().map(entry -> "- " + entry).collect(Collectors.joining("\n")));
    }

    /// A table whose cells are Markdown already.
    Markdown table(List<String> heads, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        table.append(line(heads)).append('\n');
        table.append(line(heads.stream().map(head -> "---").toList()));
        rows.forEach(row -> table.append('\n').append(line(row)));
        return block(table.toString());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /// The page, ending in one line feed.
    String page() {
        return page.toString().stripTrailing() + "\n";
    }
}
