package org.plumbline.ingest.jats;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.ingest.jats.tree.Element;

/// Reads under which licence an article may be used, as a code in PMC's spelling: "CC BY", "CC BY-NC", "CC0", …;
/// empty where none is recognised. An address of the licence decides before its words do.
public final class License {

    private static final Pattern ADDRESS = Pattern.compile(
            "creativecommons\\.org/(?:licenses/(by(?:-(?:nc|nd|sa))*)|(publicdomain/zero|licenses/zero))");

    private static final Pattern ABBREVIATED = Pattern.compile("\\bcc[ -]?(by(?:[ -](?:nc|nd|sa))*)\\b");

    private static final Pattern ZERO = Pattern.compile("\\bcc[ -]?0\\b|\\bcc zero\\b|public domain dedication");

    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "creative ?commons,? (attribution[a-z\\-–‑ ,]*?|public domain[a-z ]*?)\\b(?:licen[sc]e|\\(|\\d|international|unported|which|deed|$)");

    private License() {}

    static String codeOf(Element meta) {
        String addresses = meta.elements("permissions", "license")
                .flatMap(License::addresses)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        Matcher address = ADDRESS.matcher(addresses);
        if (address.find()) {
            return address.group(1) == null ? "CC0" : "CC " + address.group(1).toUpperCase(Locale.ROOT);
        }
        return meta.elements("permissions", "license", "copyright-statement")
                .map(element -> ofWords(element.words().toLowerCase(Locale.ROOT)))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> addresses(Element element) {
        return Stream.concat(
                Stream.of(element.attribute("href"), element.is("license_ref") ? element.words() : ""),
                element.elements().flatMap(License::addresses));
    }

    /// The code that words or an address in lower case name.
    public static String ofWords(String words) {
        Matcher address = ADDRESS.matcher(words);
        if (address.find()) {
            return address.group(1) == null ? "CC0" : "CC " + address.group(1).toUpperCase(Locale.ROOT);
        }
        Matcher abbreviated = ABBREVIATED.matcher(words);
        if (abbreviated.find()) {
            return "CC " + abbreviated.group(1).replace(' ', '-').toUpperCase(Locale.ROOT);
        }
        if (ZERO.matcher(words).find()) {
            return "CC0";
        }
        Matcher named = CREATIVE_COMMONS.matcher(words);
        if (named.find()) {
            return ofName(named.group(1));
        }
        return "";
    }

    private static String ofName(String name) {
        if (name.startsWith("public domain")) {
            return "CC0";
        }
        String code = "CC BY";
        code += name.contains("non") && name.contains("commercial") ? "-NC" : "";
        code += name.contains("no") && name.contains("deriv") ? "-ND" : "";
        code += name.contains("share") ? "-SA" : "";
        return code;
    }
}
