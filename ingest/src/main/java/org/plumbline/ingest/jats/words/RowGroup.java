package org.plumbline.ingest.jats.words;

import java.util.BitSet;
import org.plumbline.ingest.jats.tree.Element;

/// The grid under the rows of one group (head, body or foot), filled as HTML fills it: a cell takes the next free
/// column of its row, and what it spans is taken; a span ends with its group.
final class RowGroup {

    /// As HTML bounds it, so that a wrong number cannot fill the memory.
    private static final int MOST_COLUMNS = 1000;

    /// A cell's place on the table's grid.
    record Slot(int row, int column, int rowSpan, int columnSpan) {}

    private final int firstRow;
    private final BitSet[] taken;
    private int current;

    RowGroup(int firstRow, int rows) {
        this.firstRow = firstRow;
        this.taken = new BitSet[rows];
        for (int i = 0; i < rows; i++) {
            taken[i] = new BitSet();
        }
    }

    void beginRow(int row) {
        current = row;
    }

    /// Places the next cell of the current row.
    Slot place(Element cell) {
        int columns = Math.min(number(cell, "colspan"), MOST_COLUMNS);
        int wanted = cell.is("entry") ? number(cell, "morerows", 0) + 1 : number(cell, "rowspan");
        int rows = Math.min(wanted, taken.length - current);
        int column = taken[current].nextClearBit(0);
        for (int row = current; row < current + rows; row++) {
            taken[row].set(column, column + columns);
        }
        return new Slot(firstRow + current, column, rows, columns);
    }

    private static int number(Element cell, String attribute) {
        return number(cell, attribute, 1);
    }

    private static int number(Element cell, String attribute, int least) {
        String value = cell.attribute(attribute);
        if (value.isEmpty()) {
            return least;
        }
        return value.matches("[0-9]{1,6}") ? Math.max(least, Integer.parseInt(value)) : least;
    }
}
