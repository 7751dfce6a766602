package org.plumbline.index.pubmed;

import org.plumbline.citations.WrongInputException;

/// A query's text and the place that it comes from ("line 3"). What word processors make of quotes, hyphens and
/// spaces is undone, character for character, so that offsets stay.
record Source(String place, String written, String text) {

    /// More than any strategy that was ever published; a bound on what is parsed.
    static final int MOST_CHARACTERS = 100_000;

    /// A reason may quote what was written, which may be long.
    private static final int LONGEST_REASON = 600;

    /// Stands in the text for a character that is to be passed over, such as a soft hyphen.
    static final char NOTHING = '\u00ad';

    static Source of(String place, String written) {
        if (written.length() > MOST_CHARACTERS) {
            throw new WrongInputException("%s: %,d characters; a query has %,d at most: cut it into lines of a strategy"
                    .formatted(place, written.length(), MOST_CHARACTERS));
        }
        return new Source(place, written, plain(written));
    }

    /// That something is wrong at an offset.
    ///
    /// @param why what is wrong and what to do
    WrongInputException refusal(int offset, String why) {
        String reason = why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "…";
        return new WrongInputException(
                place + ", column " + (offset + 1) + ": " + reason, new Refusal(written, offset, reason));
    }

    /// The text between two offsets, without what is to be passed over.
    String slice(int start, int end) {
        return text.substring(start, end).replace(String.valueOf(NOTHING), "");
    }

    static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            plain.append(plain(written.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char character) {
        return switch (character) {
            case '“', '”', '„', '‟', '«', '»', '″', '＂' -> '"';
            case '‘', '’', '‚', '‛', '′' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', NOTHING -> NOTHING;
            default -> Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character;
        };
    }
}
