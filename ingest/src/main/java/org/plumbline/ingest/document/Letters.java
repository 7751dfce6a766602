package org.plumbline.ingest.document;

import java.util.stream.IntStream;

/// Counts of a document's characters, by which words that only look like words on paper are told: a PDF whose fonts
/// do not say which characters their shapes are gives other characters in their place.
///
/// @param printed all but white space
/// @param strange of them, those that no text has: controls, private use, the replacement character, unassigned
/// @param letters of them
/// @param latin of the letters, those of the Latin script
/// @param ascii of the Latin letters, those of A to Z
/// @param vowels of those
/// @param capitals of those
record Letters(long printed, long strange, long letters, long latin, long ascii, long vowels, long capitals) {

    /// With fewer letters nothing is told by shares.
    private static final long FEWEST = 300;

    /// In languages written in Latin letters 3 % to 15 % carry marks, Vietnamese up to a quarter.
    private static final double LEAST_ASCII = 0.6;

    /// English 38 %, Finnish 48 %, Welsh or Czech 35 %.
    private static final double LEAST_VOWELS = 0.22;

    private static final double MOST_VOWELS = 0.65;
    private static final double MOST_STRANGE = 0.05;
    private static final double LEAST_LETTERS = 0.4;

    static Letters in(String words) {
        long[] counts = new long[7];
        IntStream points = words.codePoints();
        points.forEach(point -> {
            if (Character.isWhitespace(point)) {
                return;
            }
            counts[0]++;
            counts[1] += isStrange(point) ? 1 : 0;
            if (Character.isLetter(point)) {
                counts[2]++;
                counts[3] += Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN ? 1 : 0;
                boolean plain = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
                counts[4] += plain ? 1 : 0;
                counts[5] += plain && "aeiouAEIOU".indexOf(point) >= 0 ? 1 : 0;
                counts[6] += plain && Character.isUpperCase(point) ? 1 : 0;
            }
        });
        return new Letters(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    /// Whether these cannot be the characters that the document prints.
    boolean areGarbled() {
        if (printed >= 40 && strange > MOST_STRANGE * printed) {
            return true;
        }
        boolean mostlyLatin = latin > 0.5 * letters;
        if (letters < FEWEST || !mostlyLatin) {
            return printed >= FEWEST * 2 && letters < 0.1 * printed && strange > 0;
        }
        boolean marked = ascii < LEAST_ASCII * latin;
        boolean unspeakable = vowels < LEAST_VOWELS * ascii || vowels > MOST_VOWELS * ascii;
        boolean shouting = capitals > 0.7 * ascii && letters < LEAST_LETTERS * printed;
        return marked || unspeakable || shouting;
    }

    private static boolean isStrange(int point) {
        int type = Character.getType(point);
        return point == 0xFFFD
                || type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }
}
