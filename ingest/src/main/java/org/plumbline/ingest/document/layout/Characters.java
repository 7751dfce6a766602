package org.plumbline.ingest.document.layout;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the characters of a page as plain text has them: ligatures as their letters, every kind of blank as one
/// space, composed (NFC), without what is invisible. Words are never changed otherwise.
final class Characters {

    private static final Pattern LIGATURE = Pattern.compile("[\uFB00-\uFB06]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B\u200C\u200D\u2060\uFEFF]");

    private Characters() {}

    static String plain(String printed) {
        String letters = LIGATURE.matcher(printed)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Normalizer.normalize(found.group(), Normalizer.Form.NFKC)));
        String visible = INVISIBLE.matcher(letters).replaceAll("");
        return Normalizer.normalize(BLANK.matcher(visible).replaceAll(" "), Normalizer.Form.NFC);
    }
}
