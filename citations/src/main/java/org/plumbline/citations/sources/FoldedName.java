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

    private FoldedName() {}

    /// The folded form of a name; empty where it has neither letter nor digit.
    public static String of(String name) {
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
