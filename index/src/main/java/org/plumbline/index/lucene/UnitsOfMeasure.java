package org.plumbline.index.lucene;

import java.util.Locale;
import java.util.Set;

/// Units that are written against their number: `5mg`, `250µl`, `24h`.
final class UnitsOfMeasure {

    private static final int LONGEST = 6;
    private static final Set<String> UNITS = Set.of(
            "kg", "g", "mg", "ug", "mcg", "ng", "pg", "l", "dl", "ml", "ul", "cc", "km", "m", "cm", "mm", "um", "nm",
            "mol", "mmol", "umol", "nmol", "pmol", "iu", "u", "kda", "da", "hz", "khz", "mhz", "h", "hr", "hrs",
            "hours", "min", "mins", "s", "sec", "secs", "ms", "d", "days", "wk", "wks", "weeks", "mo", "months", "y",
            "yr", "yrs", "years", "mmhg", "kpa", "kcal", "kj", "gy", "cgy", "mgy", "mv", "ma", "kb", "bp", "fold");

    private UnitsOfMeasure() {}

    static boolean isUnit(char[] text, int start, int end) {
        return end - start <= LONGEST && isUnit(new String(text, start, end - start));
    }

    static boolean isUnit(String letters) {
        String folded = letters.toLowerCase(Locale.ROOT).replace('\u00b5', 'u').replace('μ', 'u');
        return UNITS.contains(folded);
    }

    /// The micro sign, or the letter that stands for it.
    static boolean isMicro(char letter) {
        return letter == '\u00b5' || letter == 'μ';
    }
}
