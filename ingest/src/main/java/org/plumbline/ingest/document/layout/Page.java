package org.plumbline.ingest.document.layout;

import java.util.List;

/// A page's lines, in the order in which the page paints them or in which they are read.
///
/// @param number from 1
/// @param height in points
public record Page(int number, double width, double height, List<Line> lines) {

    public Page {
        lines = List.copyOf(lines);
    }

    Page with(List<Line> other) {
        return new Page(number, width, height, other);
    }
}
