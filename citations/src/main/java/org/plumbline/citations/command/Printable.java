package org.plumbline.citations.command;

/// Words of others (titles, quotes, file names) as a terminal may show them: what would move its cursor, change its
/// colours or turn the order of its letters stands as U+FFFD instead. Files and JSON keep the words as they are.
public final class Printable {

    private static final char REPLACEMENT = '\ufffd';

    private Printable() {}

    /// The words in one line: line feeds and tabs are spaces.
    public static String line(String words) {
        return page(words).replaceAll("[\\t\\n]", " ");
    }

    /// The words with their line feeds and tabs.
    public static String page(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            shown.append(isHarmless(character) ? character : REPLACEMENT);
        }
        return shown.toString();
    }

    private static boolean isHarmless(char character) {
        return character == '\n' || character == '\t' || !(Character.isISOControl(character) || turns(character));
    }

    /// Unicode's embeddings, overrides, isolates (bidirectional text) and its own line ends.
    private static boolean turns(char character) {
        return (character >= '\u2028' && character <= '\u202e') || (character >= '\u2066' && character <= '\u2069');
    }
}
