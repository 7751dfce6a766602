package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.List;

/// A table that becomes a list of cards on a narrow screen. Roles are written out, because laying out rows as
/// blocks would otherwise take the table away from screen readers.
final class Table {

    private final String caption;
    private final List<String> heads;
    private final List<Html> rows = new ArrayList<>();

    Table(String caption, String... heads) {
        this.caption = caption;
        this.heads = List.of(heads);
    }

    Table add(Html... cells) {
        List<Html> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            Html.Element cell = i == 0
                    ? Html.tag("th", cells[i]).with("scope", "row").with("role", "rowheader")
                    : Html.tag("td", cells[i]).with("role", "cell");
            row.add(cell.with("data-label", heads.get(i)));
        }
        rows.add(Html.tag("tr", row.stream()).with("role", "row"));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Html.Element html() {
        Html.Element head = Html.tag(
                        "tr",
                        heads.stream()
                                .map(name -> Html.tag("th", name)
                                        .with("scope", "col")
                                        .with("role", "columnheader")))
                .with("role", "row");
        return Html.tag(
                        "table",
                        Html.tag("caption", caption),
                        Html.tag("thead", head).with("role", "rowgroup"),
                        Html.tag("tbody", rows.stream()).with("role", "rowgroup"))
                .with("role", "table");
    }
}
