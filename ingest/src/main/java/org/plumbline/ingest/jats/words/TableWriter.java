package org.plumbline.ingest.jats.words;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Cell;
import org.plumbline.citations.Mark;
import org.plumbline.ingest.jats.tree.Element;

/// Writes a table's cells as one section: the cells of a row separated by tabs, the rows by line feeds, each cell's
/// words once, where the source has them. Which rows and columns a cell covers, and whether it is a head, is said
/// by the cells beside the words.
final class TableWriter {

    private final Place place;
    private final SectionList sections;
    private final StringBuilder content = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Element> asides = new ArrayList<>();
    private int rows;

    TableWriter(Place place, SectionList sections) {
        this.place = place;
        this.sections = sections;
    }

    /// Writes the table and returns the floats and footnotes that stand in its cells.
    List<Element> write(Element table) {
        rowsOf(table);
        sections.add(place, content.toString(), marks, cells);
        return asides;
    }

    private void rowsOf(Element table) {
        List<Element> loose = new ArrayList<>();
        for (Element child : table.elements().toList()) {
            switch (child.name()) {
                case "thead", "tbody", "tfoot" ->
                    group(child.elements("tr", "row").toList(), child.is("thead"));
                case "tr", "row" -> loose.add(child);
                case "tgroup" -> rowsOf(child);
                default -> {}
            }
        }
        group(loose, false);
    }

    private void group(List<Element> group, boolean head) {
        RowGroup grid = new RowGroup(rows, group.size());
        for (int i = 0; i < group.size(); i++) {
            grid.beginRow(i);
            if (!content.isEmpty()) {
                content.append('\n');
            }
            row(group.get(i), grid, head);
        }
        rows += group.size();
    }

    private void row(Element row, RowGroup grid, boolean head) {
        boolean first = true;
        for (Element cell : row.elements("td", "th", "entry").toList()) {
            if (!first) {
                content.append('\t');
            }
            first = false;
            cell(cell, grid.place(cell), head);
        }
    }

    private void cell(Element element, RowGroup.Slot slot, boolean head) {
        Flow flow = new Flow();
        flow.inside(element);
        int start = content.length();
        content.append(flow.content().content().replace('\n', ' '));
        for (Mark mark : flow.content().marks()) {
            marks.add(new Mark(mark.kind(), start + mark.start(), start + mark.end(), mark.target()));
        }
        asides.addAll(flow.floats());
        cells.add(new Cell(
                start,
                content.length(),
                slot.row(),
                slot.column(),
                slot.rowSpan(),
                slot.columnSpan(),
                head || element.is("th")));
    }
}
