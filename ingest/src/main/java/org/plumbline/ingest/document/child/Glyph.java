package org.plumbline.ingest.document.child;

import org.apache.pdfbox.text.TextPosition;

/// A character as it stands on a page, in points from the page's upper left corner as the text is read.
///
/// @param direction how its line is turned: 0, 90, 180 or 270 degrees
/// @param y the baseline's
record Glyph(String words, float direction, float x, float y, float width, float size, float space, String font) {

    static Glyph of(TextPosition position, PaintedSign signs) {
        int[] codes = position.getCharacterCodes();
        String said = position.getUnicode();
        String instead = codes.length == 1 ? signs.instead(position.getFont(), codes[0], said) : "";
        return new Glyph(
                instead.isEmpty() ? said : instead,
                position.getDir(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                sizeOf(position),
                position.getWidthOfSpace(),
                fontOf(position));
    }

    float right() {
        return x + width;
    }

    boolean isBlank() {
        return words.isBlank();
    }

    private static float sizeOf(TextPosition position) {
        float size = position.getTextMatrix().getScalingFactorY();
        return size < 0.5f || Float.isNaN(size) ? Math.max(1, position.getHeightDir() * 1.4f) : size;
    }

    boolean bold() {
        return font.matches("(?i).*(bold|black|heavy|semib|demi).*|.*\\.B|.*-B");
    }

    /// The font's name without the tag of its subset.
    private static String fontOf(TextPosition position) {
        return String.valueOf(position.getFont().getName()).replaceFirst("^[A-Z]{6}\\+", "");
    }
}
