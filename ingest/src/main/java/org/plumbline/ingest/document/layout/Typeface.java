package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What most of a document is printed in: its font and size, the distance of its lines, the width of its columns.
///
/// @param size of most letters, in points
/// @param font of most letters
/// @param leading from baseline to baseline, in points
/// @param column how wide full lines are, in points
/// @param left where the leftmost column begins
record Typeface(double size, String font, double leading, double column, double left) {

    /// Lines a little smaller are of the text all the same.
    static final double TOLERANCE = 0.6;

    static Typeface of(List<Page> pages) {
        Map<Double, Long> sizes = new HashMap<>();
        List<Line> lines = pages.stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.turned() == 0)
                .toList();
        lines.forEach(line -> sizes.merge(Math.round(line.size() * 2) / 2.0, line.letters(), Long::sum));
        double size = most(sizes, 10.0);
        List<Line> body = lines.stream()
                .filter(line -> Math.abs(line.size() - size) <= TOLERANCE)
                .toList();
        Map<String, Long> fonts = new HashMap<>();
        Map<Double, Long> distances = new HashMap<>();
        List<Double> widths = new ArrayList<>();
        Map<Double, Long> lefts = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            Line line = body.get(i);
            fonts.merge(line.font(), line.letters(), Long::sum);
            if (line.letters() > 20) {
                widths.add(line.width());
                lefts.merge(Math.rint(line.x()), 1L, Long::sum);
            }
            if (i > 0 && body.get(i - 1).isFollowedBy(line, 2 * size)) {
                distances.merge(Math.round((line.y() - body.get(i - 1).y()) * 2) / 2.0, 1L, Long::sum);
            }
        }
        fonts.remove("");
        Collections.sort(widths);
        double column = widths.isEmpty() ? 200 : widths.get((int) (0.8 * (widths.size() - 1)));
        long often = lefts.values().stream().mapToLong(Long::longValue).max().orElse(0) / 4;
        double left = lefts.entrySet().stream()
                .filter(at -> at.getValue() > often)
                .mapToDouble(Map.Entry::getKey)
                .min()
                .orElse(0);
        return new Typeface(size, most(fonts, ""), most(distances, 1.2 * size), column, left);
    }

    /// Whether a line is of the size of the text, or larger.
    boolean isText(Line line) {
        return line.size() >= size - TOLERANCE;
    }

    private static <T extends Comparable<T>> T most(Map<T, Long> counts, T none) {
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(none);
    }
}
