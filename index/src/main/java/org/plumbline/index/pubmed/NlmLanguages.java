package org.plumbline.index.pubmed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Languages by their English names and by their codes of two letters or three; NLM writes the bibliographic codes
/// of ISO 639-2, such as `ger` and `fre`.
public final class NlmLanguages {

    /// Bibliographic codes that differ from the terminological ones, which the JDK knows, by their two letters.
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("de", "ger"),
            Map.entry("fr", "fre"),
            Map.entry("zh", "chi"),
            Map.entry("nl", "dut"),
            Map.entry("cs", "cze"),
            Map.entry("el", "gre"),
            Map.entry("fa", "per"),
            Map.entry("ro", "rum"),
            Map.entry("sk", "slo"),
            Map.entry("is", "ice"),
            Map.entry("mk", "mac"),
            Map.entry("ka", "geo"),
            Map.entry("hy", "arm"),
            Map.entry("sq", "alb"),
            Map.entry("eu", "baq"),
            Map.entry("my", "bur"),
            Map.entry("ms", "may"),
            Map.entry("cy", "wel"));

    private static final Map<String, String> CODES = codes();

    private NlmLanguages() {}

    /// NLM's code of a language by its name in English or by another code of it, whatever its case.
    public static Optional<String> findCode(String name) {
        return Optional.ofNullable(CODES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Arrays.stream(Locale.getISOLanguages()).forEach(two -> {
            Locale language = Locale.of(two);
            String three = language.getISO3Language();
            String code = BIBLIOGRAPHIC.getOrDefault(two, three);
            codes.put(two, code);
            codes.put(three, code);
            codes.put(code, code);
            codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        });
        return Map.copyOf(codes);
    }
}
