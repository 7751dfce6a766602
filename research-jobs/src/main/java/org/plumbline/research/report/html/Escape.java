package org.plumbline.research.report.html;

/// Makes words safe between tags and between double quotes, in HTML and in XML.
final class Escape {

    private Escape() {}

    static void into(StringBuilder page, String words) {
        words.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
            }
        });
    }

    /// XML 1.0's characters, without the C1 controls.
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character < 0x7F)
                || (character >= 0xA0 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
