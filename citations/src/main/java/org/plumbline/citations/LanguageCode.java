package org.plumbline.citations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Languages by ISO 639-2's bibliographic codes ("eng", "ger"), as NLM writes them, so that one filter fits all
/// sources.
public final class LanguageCode {

    /// The code where none is stated ("undetermined").
    public static final String NOT_STATED = "und";

    /// The bibliographic code where it is not the terminological one, which the JDK knows, by its two letters.
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("sq", "alb"),
            Map.entry("hy", "arm"),
            Map.entry("eu", "baq"),
            Map.entry("my", "bur"),
            Map.entry("zh", "chi"),
            Map.entry("cs", "cze"),
            Map.entry("nl", "dut"),
            Map.entry("fr", "fre"),
            Map.entry("ka", "geo"),
            Map.entry("de", "ger"),
            Map.entry("el", "gre"),
            Map.entry("is", "ice"),
            Map.entry("mk", "mac"),
            Map.entry("ms", "may"),
            Map.entry("fa", "per"),
            Map.entry("ro", "rum"),
            Map.entry("sk", "slo"),
            Map.entry("cy", "wel"));

    private static final Map<String, String> CODES = codes();

    private LanguageCode() {}

    /// The code of a language that is given by a code of two or three letters (a region after it does not count:
    /// "pt-BR") or by its English name. What names no language stays, in lower case; [#NOT_STATED] where it is
    /// empty.
    public static String of(String language) {
        String plain = language.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return NOT_STATED;
        }
        String base = plain.replaceFirst("[-_].*$", "");
        return CODES.getOrDefault(plain, CODES.getOrDefault(base, plain));
    }

    /// Whether this is a code or name of some language.
    public static boolean isKnown(String language) {
        return CODES.containsKey(language.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        Arrays.stream(Locale.getISOLanguages()).forEach(two -> {
            Locale language = Locale.of(two);
            String three = language.getISO3Language();
            String code = BIBLIOGRAPHIC.getOrDefault(two, three);
            codes.put(two, code);
            codes.put(three, code);
            codes.put(code, code);
            codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        });
        codes.put(NOT_STATED, NOT_STATED);
        return Map.copyOf(codes);
    }
}
