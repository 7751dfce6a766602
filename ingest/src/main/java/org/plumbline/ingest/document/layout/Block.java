package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.citations.Mark;

/// Rows of one style that stand right below each other.
///
/// @param rows each the lines that stand beside each other, from left to right; never empty
/// @param apart whether white space, another place or another style stands between it and the block before
record Block(List<List<Line>> rows, boolean apart) {

    Block {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Cuts lines in reading order into blocks.
    static List<Block> of(List<Line> lines, Typeface body) {
        List<Block> blocks = new ArrayList<>();
        List<List<Line>> rows = new ArrayList<>();
        boolean apart = true;
        for (List<Line> row : rowsOf(lines)) {
            if (!rows.isEmpty() && !goesOn(rows.getLast(), row, body)) {
                blocks.add(new Block(rows, apart));
                apart = !rows.getLast().getFirst().isFollowedBy(row.getFirst(), body.leading());
                rows = new ArrayList<>();
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block(rows, apart));
        }
        return blocks;
    }

    private static List<List<Line>> rowsOf(List<Line> lines) {
        List<List<Line>> rows = new ArrayList<>();
        for (Line line : lines) {
            if (!rows.isEmpty() && rows.getLast().getLast().isBeside(line)) {
                rows.getLast().add(line);
            } else {
                rows.add(new ArrayList<>(List.of(line)));
            }
        }
        return rows;
    }

    private static boolean goesOn(List<Line> row, List<Line> next, Typeface body) {
        Line one = row.getFirst();
        Line other = next.getFirst();
        boolean near =
                row.stream().anyMatch(line -> line.isFollowedBy(other, Math.max(body.leading(), 1.3 * one.size())))
                        || (next.size() > 1
                                && row.size() > 1
                                && other.y() > one.y()
                                && other.y() - one.y() < 2 * body.leading()
                                && one.page() == other.page());
        boolean sameSize = Math.abs(one.size() - other.size()) <= Typeface.TOLERANCE;
        boolean sameFont =
                one.font().isEmpty() || other.font().isEmpty() || one.font().equals(other.font());
        return near && sameSize && one.bold() == other.bold() && (sameFont || row.size() > 1 || next.size() > 1);
    }

    Line first() {
        return rows.getFirst().getFirst();
    }

    double size() {
        return first().size();
    }

    /// Whether it is set in columns of cells.
    boolean isTabular() {
        long several = rows.stream().filter(row -> row.size() > 1).count();
        return several >= 2 && several * 10 >= rows.size() * 4L;
    }

    /// Its lines, those of a row joined.
    List<Line> lines() {
        return rows.stream().map(Block::joined).toList();
    }

    String words() {
        return lines().stream().map(line -> line.words().strip()).collect(Collectors.joining(" "));
    }

    long letters() {
        return rows.stream().flatMap(List::stream).mapToLong(Line::letters).sum();
    }

    double widest() {
        return lines().stream().mapToDouble(Line::width).max().orElse(0);
    }

    private static Line joined(List<Line> row) {
        Line first = row.getFirst();
        if (row.size() == 1) {
            return first;
        }
        StringBuilder words = new StringBuilder();
        List<Mark> raised = new ArrayList<>();
        for (Line line : row) {
            if (!words.isEmpty()) {
                words.append(' ');
            }
            int start = words.length();
            words.append(line.words());
            line.raised()
                    .forEach(mark ->
                            raised.add(new Mark(mark.kind(), start + mark.start(), start + mark.end(), mark.target())));
        }
        return new Line(
                first.page(),
                first.x(),
                first.y(),
                row.getLast().right(),
                first.size(),
                first.font(),
                first.bold(),
                first.turned(),
                words.toString(),
                raised);
    }
}
