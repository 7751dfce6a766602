package org.plumbline.ingest.jats;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/// Names languages as PubMed does, by ISO 639-2's bibliographic codes ("eng", "ger"), so that one filter fits both
/// sources.
public final class Languages {

    /// Where the bibliographic code differs from the terminological one that the JDK knows.
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("sqi", "alb"),
            Map.entry("hye", "arm"),
            Map.entry("eus", "baq"),
            Map.entry("mya", "bur"),
            Map.entry("zho", "chi"),
            Map.entry("ces", "cze"),
            Map.entry("nld", "dut"),
            Map.entry("fra", "fre"),
            Map.entry("kat", "geo"),
            Map.entry("deu", "ger"),
            Map.entry("ell", "gre"),
            Map.entry("isl", "ice"),
            Map.entry("mkd", "mac"),
            Map.entry("msa", "may"),
            Map.entry("fas", "per"),
            Map.entry("ron", "rum"),
            Map.entry("slk", "slo"),
            Map.entry("cym", "wel"));

    private Languages() {}

    /// The code of an `xml:lang` value; "eng" where there is none, which is the default that JATS declares. A value
    /// that is no language stays as it is.
    public static String codeOf(String xmlLang) {
        if (xmlLang.isEmpty()) {
            return "eng";
        }
        Locale locale = Locale.forLanguageTag(xmlLang.replace('_', '-'));
        try {
            String code = locale.getISO3Language();
            return code.isEmpty() ? xmlLang : BIBLIOGRAPHIC.getOrDefault(code, code);
        } catch (MissingResourceException _) {
            return xmlLang;
        }
    }
}
