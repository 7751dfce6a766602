package org.plumbline.ingest.pubmed;

/// NLM prints a translated title in square brackets: `[Vaccines are drugs].`
final class BracketedTitle {

    private BracketedTitle() {}

    /// The title without the brackets around it and with the full stop behind them; another title as it is.
    static String plain(String title) {
        int close = title.endsWith("].") ? title.length() - 2 : title.length() - 1;
        if (!title.startsWith("[") || closing(title) != close) {
            return title;
        }
        String inner = title.substring(1, close).strip();
        boolean stopped = inner.endsWith(".") || inner.endsWith("?") || inner.endsWith("!");
        return stopped ? inner : inner + title.substring(close + 1);
    }

    /// Where the bracket closes that opens at 0; -1 where it does not.
    private static int closing(String title) {
        int open = 0;
        for (int i = 0; i < title.length(); i++) {
            char character = title.charAt(i);
            if (character == '[') {
                open++;
            } else if (character == ']' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
