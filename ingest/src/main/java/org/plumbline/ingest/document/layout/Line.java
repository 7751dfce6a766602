package org.plumbline.ingest.document.layout;

import java.util.List;
import org.plumbline.citations.Mark;

/// Words that stand beside each other on a page; places in points from the page's upper left corner.
///
/// @param y of the baseline
/// @param font its name where nearly all of the line is of one, else empty
/// @param turned degrees by which it is turned; 0 for what is read upright
/// @param raised superscripts and subscripts in the words
public record Line(
        int page,
        double x,
        double y,
        double right,
        double size,
        String font,
        boolean bold,
        int turned,
        String words,
        List<Mark> raised) {

    public Line {
        raised = List.copyOf(raised);
    }

    double width() {
        return right - x;
    }

    /// How many letters it has.
    long letters() {
        return words.codePoints().filter(Character::isLetter).count();
    }

    /// Whether another line of the same page stands right below, in the same column, as the next of a paragraph.
    boolean isFollowedBy(Line next, double leading) {
        double down = next.y - y;
        return next.page == page
                && turned == next.turned
                && down > 0.3 * size
                && down < 1.35 * leading
                && next.x < right
                && next.right > x;
    }

    /// Whether another line of the same page goes on at the same height, to the right.
    boolean isBeside(Line next) {
        return next.page == page
                && turned == next.turned
                && Math.abs(next.y - y) < 0.3 * Math.max(size, next.size)
                && next.x >= right - 1;
    }
}
