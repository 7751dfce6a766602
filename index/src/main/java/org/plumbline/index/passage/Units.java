package org.plumbline.index.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plumbline.citations.Cell;
import org.plumbline.citations.Section;
import org.plumbline.citations.text.Sentences;
import org.plumbline.citations.text.Span;

/// The smallest pieces that a passage is made of: sentences, or a table's rows. A piece of more than
/// [PassageCutter#MOST_WORDS] words (a list without full stops, say) is cut at white space.
final class Units {

    private Units() {}

    static List<Span> in(Section section) {
        String content = section.content();
        List<Span> units = section.cells().isEmpty() ? Sentences.in(content, section.marks()) : rows(section);
        List<Span> small = new ArrayList<>(units.size());
        units.forEach(unit -> addSmall(content, unit, small));
        return small;
    }

    /// How many words a span has.
    static int words(String content, Span span) {
        int words = 0;
        boolean inside = false;
        for (int i = span.start(); i < span.end(); i++) {
            boolean letter = !Character.isWhitespace(content.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    /// A row reaches from its first cell to the next row's, so that what stands between cells is in it too.
    private static List<Span> rows(Section section) {
        TreeMap<Integer, Integer> startOfRow = new TreeMap<>();
        for (Cell cell : section.cells()) {
            if (cell.end() > cell.start()) {
                startOfRow.merge(cell.row(), cell.start(), Math::min);
            }
        }
        List<Integer> cuts =
                new ArrayList<>(startOfRow.values().stream().sorted().distinct().toList());
        cuts.removeIf(cut -> cut == 0);
        cuts.addFirst(0);
        cuts.add(section.content().length());
        List<Span> rows = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            addTrimmed(section.content(), cuts.get(i), cuts.get(i + 1), rows);
        }
        return rows;
    }

    private static void addSmall(String content, Span unit, List<Span> small) {
        int start = unit.start();
        int words = 0;
        for (int i = unit.start(); i < unit.end(); i++) {
            boolean wordStarts = !Character.isWhitespace(content.charAt(i))
                    && (i == unit.start() || Character.isWhitespace(content.charAt(i - 1)));
            if (wordStarts && ++words > PassageCutter.MOST_WORDS) {
                addTrimmed(content, start, i, small);
                start = i;
                words = 1;
            }
        }
        addTrimmed(content, start, unit.end(), small);
    }

    private static void addTrimmed(String content, int from, int to, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            spans.add(new Span(start, end));
        }
    }
}
