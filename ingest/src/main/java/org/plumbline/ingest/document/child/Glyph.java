package org.plumbline.ingest.document.child;

import org.apache.pdfbox.text.TextPosition;

/// A character as it stands on a page, in points from the page's upper left corner as the text is read.
///
/// @param direction how its line is turned: 0, 90, 180 or 270 degrees
/// @param y the baseline's
record Glyph(String words, float direction, float x, float y, float width, float size, float space, boolean bold) {

    static Glyph of(TextPosition position) {
        return new Glyph(
                position.getUnicode(),
                position.getDir(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                sizeOf(position),
                position.getWidthOfSpace(),
                isBold(position));
    }

    float right() {
        return x + width;
    }

    boolean isBlank() {
        return words.isBlank();
    }

    private static float sizeOf(TextPosition position) {
        float size = Math.abs(position.getFontSizeInPt());
        return size < 0.5f || Float.isNaN(size) ? Math.max(1, position.getHeightDir() * 1.4f) : size;
    }

    private static boolean isBold(TextPosition position) {
        String name = String.valueOf(position.getFont().getName());
        return name.matches("(?i).*(bold|black|heavy|semib|demi).*|.*\\.B|.*-B");
    }
}
