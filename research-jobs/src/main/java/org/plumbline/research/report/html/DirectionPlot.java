package org.plumbline.research.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.design.DesignLevel;
import org.plumbline.research.report.Direction;
import org.plumbline.research.report.EvidenceRow;
import org.plumbline.research.report.Finding;
import org.plumbline.research.report.Phrases;
import org.plumbline.research.report.Reference;
import org.plumbline.research.report.Report;

/// The direction of each article's results, by outcome: one mark for each direction, with its reference's number.
/// The area of a mark grows with the number of participants; a dashed mark has none stated. Its data stand in the
/// tables below it.
final class DirectionPlot {

    private static final int WIDTH = 400;
    private static final List<String> COLUMNS = List.of("lower", "no clear difference", "higher", Phrases.SEE_QUOTE);
    private static final int COLUMN = WIDTH / COLUMNS.size();
    private static final int HEAD = 30;
    private static final int LABEL = 24;
    private static final double LARGEST = 17;
    private static final double SMALLEST = 9;
    private static final int CELL = 38;
    private static final int LONGEST_NAME = 48;

    private final Report report;
    private final double largestSize;
    private final List<Html> drawn = new ArrayList<>();

    DirectionPlot(Report report) {
        this.report = report;
        this.largestSize = report.evidence().stream()
                .map(EvidenceRow::sampleSize)
                .mapToInt(size -> size == null ? 0 : size.n())
                .max()
                .orElse(0);
    }

    /// The picture; nothing where no result has a clear direction.
    Html figure() {
        List<Finding> shown =
                report.findings().stream().filter(this::hasDirection).toList();
        if (shown.isEmpty()) {
            return Html.text("");
        }
        heads();
        int y = HEAD;
        for (Finding finding : shown) {
            y = outcome(finding, y);
        }
        Html.Element svg = Html.tag("svg", drawn.stream())
                .with("viewBox", "0 0 " + WIDTH + " " + (y + 4))
                .with("role", "img")
                .with("aria-label", "Direction of each study's result by outcome; the tables below hold the same data.")
                .as("plot");
        return Html.tag(
                "figure",
                svg,
                Html.tag(
                        "figcaption",
                        "Direction of results by outcome, where the wording is clear for at least one article, under the intervention or exposure. Numbers are references. Larger marks: more participants;"
                                + " dashed: number not found. Circles: randomised or controlled trials; diamonds: reviews"
                                + " and guidelines; squares: other designs. Lower or higher says nothing of better or"
                                + " worse."));
    }

    private boolean hasDirection(Finding finding) {
        return finding.hasDirections()
                && finding.rows().stream().anyMatch(id -> report.row(id).direction() != null);
    }

    private void heads() {
        for (int i = 0; i < COLUMNS.size(); i++) {
            drawn.add(text(i * COLUMN + COLUMN / 2.0, 16, COLUMNS.get(i)).as("head"));
        }
    }

    private int outcome(Finding finding, int top) {
        drawn.add(line(0, top, WIDTH, top));
        drawn.add(Html.tag("text", shortened(finding.outcome()))
                .with("x", "0")
                .with("y", String.valueOf(top + 17))
                .as("name"));
        int most = 1;
        for (int column = 0; column < COLUMNS.size(); column++) {
            most = Math.max(most, column(finding, column, top + LABEL));
        }
        return top + LABEL + (most + 1) / 2 * CELL + 6;
    }

    /// As much of a name as the picture is wide.
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - 1).strip() + "\u2026";
    }

    /// Draws a column's marks, two beside each other; how many there are.
    private int column(Finding finding, int column, int top) {
        Map<Integer, EvidenceRow> byReference = new LinkedHashMap<>();
        finding.rows().stream()
                .map(report::row)
                .filter(row -> column(row.direction()) == column && !isToldElsewhere(row, finding))
                .forEach(row -> byReference.putIfAbsent(row.reference(), row));
        List<EvidenceRow> rows = List.copyOf(byReference.values());
        double middle = column * COLUMN + COLUMN / 2.0;
        for (int i = 0; i < rows.size(); i++) {
            boolean alone = i % 2 == 0 && i + 1 == rows.size();
            double x = alone ? middle : middle + (i % 2 == 0 ? -CELL : CELL) / 2.0;
            drawn.add(mark(rows.get(i), x, top + CELL / 2.0 + i / 2 * CELL));
        }
        return rows.size();
    }

    /// Whether a result without a direction stands beside one of the same article that has one.
    private boolean isToldElsewhere(EvidenceRow row, Finding finding) {
        return row.direction() == null
                && finding.rows().stream()
                        .map(report::row)
                        .anyMatch(other -> other.reference() == row.reference() && other.direction() != null);
    }

    private static int column(@Nullable Direction direction) {
        return direction == null
                ? COLUMNS.indexOf(Phrases.SEE_QUOTE)
                : COLUMNS.indexOf(direction.sign().words());
    }

    private Html mark(EvidenceRow row, double x, double y) {
        Reference reference = report.reference(row.reference());
        EvidenceRow.SampleSize size = row.sampleSize();
        double radius =
                size == null ? SMALLEST : Math.max(SMALLEST, LARGEST * Math.sqrt(size.n() / Math.max(1, largestSize)));
        String title = reference.shortName() + ", "
                + (size == null ? "size not found" : Phrases.number(size.n()) + " participants");
        return Html.tag(
                "g",
                Html.tag("title", title),
                shape(reference.design().kind(), x, y, radius).as(size == null ? "mark unsized" : "mark"),
                text(x, y + 4, String.valueOf(reference.number())).as("number"));
    }

    private static Html.Element shape(DesignLevel.Kind kind, double x, double y, double radius) {
        return switch (kind) {
            case RANDOMISED_TRIAL, CONTROLLED_TRIAL ->
                Html.tag("circle").with("cx", at(x)).with("cy", at(y)).with("r", at(radius));
            case META_ANALYSIS, SYSTEMATIC_REVIEW, GUIDELINE, REVIEW ->
                Html.tag("path")
                        .with(
                                "d",
                                "M" + at(x) + " " + at(y - radius * 1.15) + "L" + at(x + radius * 1.15) + " " + at(y)
                                        + "L" + at(x) + " " + at(y + radius * 1.15) + "L" + at(x - radius * 1.15) + " "
                                        + at(y) + "Z");
            default ->
                Html.tag("rect")
                        .with("x", at(x - radius * 0.9))
                        .with("y", at(y - radius * 0.9))
                        .with("width", at(radius * 1.8))
                        .with("height", at(radius * 1.8));
        };
    }

    private static Html.Element text(double x, double y, String words) {
        return Html.tag("text", words).with("x", at(x)).with("y", at(y)).with("text-anchor", "middle");
    }

    private static Html line(int x1, int y1, int x2, int y2) {
        return Html.tag("line").with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
    }

    /// A coordinate to a tenth, with a point whatever the locale.
    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
