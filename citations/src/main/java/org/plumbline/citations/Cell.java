package org.plumbline.citations;

/// One cell of a table: its words are the section's content in `[start, end)` (UTF-16); row and column count from 0
/// on the table's grid after spans are resolved.
public record Cell(int start, int end, int row, int column, int rowSpan, int columnSpan, boolean head) {

    public Cell {
        if (start < 0 || end < start || row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
            throw new IllegalArgumentException("cell " + row + "," + column + " [" + start + ", " + end + ")");
        }
    }
}
