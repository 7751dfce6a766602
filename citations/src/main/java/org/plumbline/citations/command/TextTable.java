package org.plumbline.citations.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines of columns for a terminal: numbers to the right, words to the left, the last column as long as it is.
public final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    /// @param headings of the columns
    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /// Adds a row: numbers get separators of thousands.
    public void add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(
                    cell instanceof Number count && !(cell instanceof Double)
                            ? String.format(Locale.ROOT, "%,d", count.longValue())
                            : Printable.line(cell.toString()));
        }
        rows.add(List.copyOf(row));
    }

    /// The lines, without a line feed at the end.
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : "  ").append(padded(row.get(column), column));
            }
            lines.append(line.toString().stripTrailing()).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private String padded(String cell, int column) {
        boolean last = column == rows.getFirst().size() - 1;
        int width = last && !isNumeric(column) ? 0 : width(column);
        String space = " ".repeat(Math.max(0, width - cell.length()));
        return isNumeric(column) ? space + cell : cell + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-0-9,.]*( (s|MB|GB|/s))?"));
    }
}
