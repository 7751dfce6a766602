package org.plumbline.ingest.document.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Glyphs that stand beside each other on one line, superscripts and subscripts included. Grows glyph by glyph in
/// the order in which the page paints them.
final class PrintedLine {

    /// All in parts of the larger font size of line and glyph: how far a baseline may stray, how far a smaller glyph
    /// may be raised or lowered, how far the pen may go back, and how wide a gap is no gap between words any more.
    private static final float STRAY = 0.25f;

    private static final float RAISED = 0.7f;
    private static final float BACK = 0.6f;
    private static final float WIDEST_GAP = 1.9f;

    private static final float SMALLER = 0.86f;

    private final List<Glyph> glyphs = new ArrayList<>();
    private float baseline;
    private float size;

    /// Whether a glyph goes on with this line.
    boolean takes(Glyph glyph) {
        if (glyphs.isEmpty()) {
            return true;
        }
        Glyph last = glyphs.getLast();
        float larger = Math.max(size, glyph.size());
        float gap = glyph.x() - last.right();
        float off = Math.abs(glyph.y() - baseline);
        boolean sameSize = Math.min(size, glyph.size()) > SMALLER * larger;
        return glyph.direction() == last.direction()
                && off <= (sameSize ? STRAY : RAISED) * larger
                && gap > -BACK * larger
                && gap < WIDEST_GAP * larger;
    }

    void add(Glyph glyph) {
        if (glyphs.isEmpty() || (glyph.size() > size && !glyph.isBlank())) {
            baseline = glyph.y();
            size = glyph.size();
        }
        glyphs.add(glyph);
    }

    boolean isBlank() {
        return glyphs.stream().allMatch(Glyph::isBlank);
    }

    float direction() {
        return glyphs.getFirst().direction();
    }

    float x() {
        return printed().map(Glyph::x).min(Comparator.naturalOrder()).orElse(0f);
    }

    float right() {
        return printed().map(Glyph::right).max(Comparator.naturalOrder()).orElse(0f);
    }

    float baseline() {
        return baseline;
    }

    float size() {
        return size;
    }

    /// The font of nine in ten of its characters; empty where no font has so many.
    String font() {
        Map<String, Long> counts = printed().collect(Collectors.groupingBy(Glyph::font, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(font -> font.getValue() * 10 >= printed().count() * 9)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// Whether most of it is printed bold.
    boolean bold() {
        return printed().filter(Glyph::bold).count() * 10 > printed().count() * 8;
    }

    /// The words, cut where they are raised, lowered or neither.
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Run.Shift shift = Run.Shift.NONE;
        float averageWidth = -1;
        Glyph before = null;
        for (Glyph glyph : glyphs) {
            averageWidth = averageWidth < 0 ? glyph.width() : (averageWidth + glyph.width()) / 2;
            if (before != null && isWordGap(before, glyph, averageWidth)) {
                words.append(' ');
            }
            Run.Shift own = glyph.isBlank() ? shift : shiftOf(glyph);
            if (own != shift && !words.isEmpty()) {
                runs.add(new Run(words.toString(), shift));
                words.setLength(0);
            }
            shift = own;
            words.append(glyph.words());
            before = glyph;
        }
        runs.add(new Run(words.toString(), shift));
        return runs;
    }

    /// PDFBox's own measure of a space that is not painted.
    private static boolean isWordGap(Glyph before, Glyph glyph, float averageWidth) {
        if (before.isBlank() || glyph.isBlank()) {
            return false;
        }
        float bySpace = glyph.space() > 0 ? glyph.space() * 0.5f : Float.MAX_VALUE;
        float byWidth = averageWidth * 0.3f;
        float gap = glyph.x() - before.right();
        return gap > Math.min(Math.min(bySpace, byWidth), glyph.size() * 0.25f) && gap > glyph.size() * 0.08f;
    }

    private Run.Shift shiftOf(Glyph glyph) {
        boolean smaller = glyph.size() < SMALLER * size;
        if (smaller && glyph.y() < baseline - 0.15f * size) {
            return Run.Shift.RAISED;
        }
        return smaller && glyph.y() > baseline + 0.08f * size ? Run.Shift.LOWERED : Run.Shift.NONE;
    }

    private Stream<Glyph> printed() {
        return glyphs.stream().filter(glyph -> !glyph.isBlank());
    }

    /// Words of one height.
    record Run(String words, Shift shift) {

        /// Where they stand to the line.
        enum Shift {
            NONE,
            RAISED,
            LOWERED
        }
    }
}
