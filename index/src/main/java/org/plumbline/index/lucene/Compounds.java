package org.plumbline.index.lucene;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which hyphenated words are also written as one: names with a number (`IL-6`, `COX-2`, `5-HT`), with a Greek
/// letter (`TNF-α`, `beta-blocker`), with a prefix (`post-operative`) or a particle (`follow-up`). Pairs of words in
/// full (`low-income`) are not: written as one they would count a third time beside their parts.
final class Compounds {

    private static final Set<String> PREFIXES = Set.of(
            "anti", "auto", "bi", "bio", "broncho", "cardio", "cervico", "co", "cyclo", "de", "dis", "down", "e",
            "electro", "endo", "epi", "extra", "gastro", "hepato", "hyper", "hypo", "immuno", "inter", "intra", "iso",
            "macro", "meta", "micro", "mid", "mis", "mono", "multi", "neuro", "non", "out", "over", "para", "peri",
            "poly", "post", "pre", "pro", "pseudo", "psycho", "quasi", "radio", "re", "semi", "socio", "sub", "super",
            "thrombo", "trans", "tri", "ultra", "un", "under", "uni", "up", "veno", "x");
    private static final Set<String> PARTICLES = Set.of("up", "over", "off", "out", "wise", "down", "fold");
    private static final Pattern GREEK = Pattern.compile("alpha|beta|gamma|delta|kappa|[α-λν-ω]");

    private static final Pattern WORD_AT_END =
            Pattern.compile("[-\u2010\u2011](?!alpha|beta|gamma|delta|kappa)[a-z]{4,}$");

    private static final int LONGEST_NAME = 5;
    private static final Pattern NUMBER_BEHIND = Pattern.compile("[0-9]{1,4}[a-zα-ω]{0,2}|[a-z]{1,4}-?[0-9]{1,2}");
    /// Before a number these count, and name nothing.
    private static final Set<String> COUNTING = Set.of(
            "type", "phase", "stage", "grade", "level", "day", "days", "week", "month", "year", "age", "aged", "group",
            "class", "step", "part", "case", "top", "pre", "post", "non", "mid", "sub", "and", "of", "to", "in", "at",
            "the", "or", "for", "by", "time", "table", "site", "score", "model", "arm", "test");

    private static final Pattern NUMBER_BEFORE = Pattern.compile("[0-9]{1,2}");
    private static final Pattern NAME_BEHIND = Pattern.compile("[a-z]{1,4}[0-9]?[a-z]?");
    /// Behind a number these are counted, as units are.
    private static final Set<String> COUNTED = Set.of(
            "day", "week", "year", "arm", "item", "step", "way", "time", "hour", "to", "and", "or", "in", "th", "nd",
            "rd", "st", "bed");

    private Compounds() {}

    /// Whether the parts in `[start, end)`, the first of which ends at `firstEnd`, are also written as one.
    static boolean areOne(char[] text, int start, int firstEnd, int end) {
        String first = lower(text, start, firstEnd);
        String rest = lower(text, WordTokenizer.isHyphen(text[firstEnd]) ? firstEnd + 1 : firstEnd, end);
        if (Character.isDigit(first.charAt(0))) {
            return NUMBER_BEFORE.matcher(first).matches() && isNumberedName(rest);
        }
        return isPrefixed(first, rest)
                || PARTICLES.contains(rest)
                || GREEK.matcher(first).find()
                || isNameWithGreekLetter(rest)
                || isNameWithNumber(first, rest);
    }

    /// Whether a part only qualifies what it is joined to.
    static boolean isPrefix(char[] text, int start, int end) {
        return PREFIXES.contains(lower(text, start, end));
    }

    private static boolean isPrefixed(String first, String rest) {
        return PREFIXES.contains(first) && rest.chars().allMatch(Character::isLetter);
    }

    /// `TNF-α`, but not `TNF-α-induced`.
    private static boolean isNameWithGreekLetter(String rest) {
        return GREEK.matcher(rest).find() && !WORD_AT_END.matcher(rest).find();
    }

    private static boolean isNameWithNumber(String first, String rest) {
        return first.length() <= LONGEST_NAME
                && !COUNTING.contains(first)
                && NUMBER_BEHIND.matcher(rest).matches();
    }

    private static boolean isNumberedName(String rest) {
        return NAME_BEHIND.matcher(rest).matches() && !COUNTED.contains(rest) && !UnitsOfMeasure.isUnit(rest);
    }

    private static String lower(char[] text, int start, int end) {
        return new String(text, start, end - start).toLowerCase(Locale.ROOT);
    }
}
