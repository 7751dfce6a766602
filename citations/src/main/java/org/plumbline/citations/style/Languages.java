package org.plumbline.citations.style;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Names of languages by their codes: two letters, or three as NLM writes them (ISO 639-2).
final class Languages {

    private static final Map<String, String> NAMES = names();

    private Languages() {}

    /// " German." for "ger", "deu" or "de"; empty for a code that names none, and for English.
    static String name(String code) {
        String name = NAMES.getOrDefault(code.toLowerCase(Locale.ROOT), "");
        return name.isEmpty() || name.equals("English") ? "" : " " + name + ".";
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        Arrays.stream(Locale.getISOLanguages()).forEach(two -> {
            Locale language = Locale.of(two);
            String name = language.getDisplayLanguage(Locale.ENGLISH);
            names.put(two, name);
            names.put(language.getISO3Language(), name);
        });
        // NLM uses the bibliographic codes; the JDK knows the terminological ones.
        Map.ofEntries(
                        Map.entry("ger", "de"),
                        Map.entry("fre", "fr"),
                        Map.entry("chi", "zh"),
                        Map.entry("dut", "nl"),
                        Map.entry("cze", "cs"),
                        Map.entry("gre", "el"),
                        Map.entry("per", "fa"),
                        Map.entry("rum", "ro"),
                        Map.entry("slo", "sk"),
                        Map.entry("ice", "is"),
                        Map.entry("mac", "mk"),
                        Map.entry("geo", "ka"),
                        Map.entry("arm", "hy"),
                        Map.entry("alb", "sq"),
                        Map.entry("baq", "eu"),
                        Map.entry("bur", "my"),
                        Map.entry("may", "ms"),
                        Map.entry("wel", "cy"))
                .forEach((bibliographic, two) -> names.put(bibliographic, names.get(two)));
        return Map.copyOf(names);
    }
}
