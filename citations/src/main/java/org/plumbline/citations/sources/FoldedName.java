package org.plumbline.citations.sources;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as they are compared: letters and digits only, in lower case, so that "N. Engl. J. Med." is "N Engl J Med",
/// "The Lancet" is "Lancet" and "1533-4406" is "15334406".
public final class FoldedName {

    private static final Pattern LEADING_ARTICLE = Pattern.compile("^the\\s+");
    private static final Pattern PLACE = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// What `\s` stands for.
    private static final String WHITE_SPACE = " \t\n\u000b\f\r";

    private FoldedName() {}

    /// The folded form of a name; empty where it has neither letter nor digit.
    public static String of(String name) {
        return isAscii(name) ? ofAscii(name) : ofAny(name);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /// The same as of any name, without looking for what ASCII does not have.
    private static String ofAscii(String name) {
        String plain = name.strip();
        boolean article = plain.length() > 3
                && plain.regionMatches(true, 0, "the", 0, 3)
                && WHITE_SPACE.indexOf(plain.charAt(3)) >= 0;
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = article ? 3 : 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (letter == '&') {
                folded.append("and");
            } else if (Character.isLetterOrDigit(letter)) {
                folded.append(Character.toLowerCase(letter));
            }
        }
        return folded.toString();
    }

    static String ofAny(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("&", "and");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(LEADING_ARTICLE.matcher(plain).replaceFirst(""))
                .replaceAll("");
    }

    /// A journal's title without the place that NLM adds in parentheses, as in "Lancet (London, England)".
    public static String withoutPlace(String title) {
        return PLACE.matcher(title).replaceFirst("");
    }
}
