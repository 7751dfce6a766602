package org.plumbline.research.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text, folded, and whether two are forms of one word.
///
/// This is a check beside the index's own analysis, and meant to be the stricter of the two.
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("(?<=\\p{L})['\u2019]s(?![\\p{L}\\p{N}])");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_STEM = 5;

    private Words() {}

    /// The words in order: letters and digits, lower case, without accents and without a possessive's ending, as the
    /// index has them: "Crohn's disease" is "crohn", "disease".
    public static List<String> in(String text) {
        String folded = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(POSSESSIVE.matcher(folded).replaceAll(""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /// Whether two folded words are forms of one: equal, singular and plural, or equal but for an ending of at most
    /// four letters after a stem of at least five ("diabetes", "diabetic").
    public static boolean same(String one, String other) {
        if (singular(one).equals(singular(other))) {
            return true;
        }
        int stem = Math.max(SHORTEST_STEM, Math.min(one.length(), other.length()) - 2);
        return one.length() >= stem
                && other.length() >= stem
                && Math.abs(one.length() - other.length()) <= 4
                && one.regionMatches(0, other, 0, stem)
                && one.chars().allMatch(Character::isLetter);
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /// Whether a phrase stands among words, side by side.
    static boolean contains(List<String> words, List<String> phrase) {
        for (int at = 0; at + phrase.size() <= words.size(); at++) {
            if (standsAt(words, at, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(List<String> words, int at, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!same(words.get(at + i), phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
