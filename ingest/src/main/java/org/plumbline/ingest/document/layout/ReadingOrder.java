package org.plumbline.ingest.document.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts a page's lines in the order in which they are read.
///
/// The order in which a publisher's page is painted is nearly always the reading order, and knows of columns what
/// no look at the page tells. It is kept unless it jumps up the page, or across from column to column, again and
/// again; then the page is cut along its white gaps, first across, then between columns (Nagy's XY cut).
final class ReadingOrder {

    private static final int JUMPS = 8;
    private static final double SHARE_OF_JUMPS = 0.15;
    private static final double GUTTER = 8;
    private static final Comparator<Line> DOWN =
            Comparator.comparingDouble((Line line) -> Math.rint(line.y())).thenComparing(Line::x);

    private ReadingOrder() {}

    static Page of(Page page) {
        List<Line> upright =
                page.lines().stream().filter(line -> line.turned() == 0).toList();
        if (jumps(upright) <= Math.max(JUMPS, SHARE_OF_JUMPS * upright.size())) {
            return page;
        }
        List<Line> ordered = new ArrayList<>(cut(upright));
        page.lines().stream().filter(line -> line.turned() != 0).forEach(ordered::add);
        return page.with(ordered);
    }

    private static int jumps(List<Line> lines) {
        int jumps = 0;
        for (int i = 1; i < lines.size(); i++) {
            Line before = lines.get(i - 1);
            Line line = lines.get(i);
            boolean text = before.letters() > 20 && line.letters() > 20;
            boolean up = line.y() < before.y() - line.size() && line.x() < before.right();
            if (text && (up || before.isBeside(line))) {
                jumps++;
            }
        }
        return jumps;
    }

    private static List<Line> cut(List<Line> lines) {
        if (lines.size() < 2) {
            return lines;
        }
        List<Line> byLeft =
                lines.stream().sorted(Comparator.comparingDouble(Line::x)).toList();
        double reach = byLeft.getFirst().right();
        for (int i = 1; i < byLeft.size(); i++) {
            if (byLeft.get(i).x() > reach + GUTTER) {
                return joined(byLeft.subList(0, i), byLeft.subList(i, byLeft.size()));
            }
            reach = Math.max(reach, byLeft.get(i).right());
        }
        List<Line> down = lines.stream().sorted(DOWN).toList();
        int widest = 0;
        double gap = 0;
        for (int i = 1; i < down.size(); i++) {
            double own = down.get(i).y() - down.get(i).size() - down.get(i - 1).y();
            if (own > gap) {
                gap = own;
                widest = i;
            }
        }
        boolean cuts = widest > 0 && gap > 0.4 * down.get(widest).size();
        return cuts ? joined(down.subList(0, widest), down.subList(widest, down.size())) : down;
    }

    private static List<Line> joined(List<Line> first, List<Line> second) {
        List<Line> both = new ArrayList<>(cut(first));
        both.addAll(cut(second));
        return both;
    }
}
