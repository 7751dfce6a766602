package org.plumbline.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises the numbers under which trials are registered, in the registries of WHO's network, in
/// ClinicalTrials.gov and in the European ones.
public final class RegistryNumbers {

    /// NLM's names of data banks that register trials, letters only, in lower case.
    private static final Set<String> REGISTRIES = Set.of(
            "clinicaltrialsgov",
            "isrctn",
            "eudract",
            "ctis",
            "anzctr",
            "chictr",
            "cris",
            "ctri",
            "drks",
            "irct",
            "itmctr",
            "japiccti",
            "jmacct",
            "jmaccta",
            "jprn",
            "jrct",
            "kct",
            "lbctr",
            "ntr",
            "omon",
            "pactr",
            "phrr",
            "rebec",
            "rbr",
            "repec",
            "rpcec",
            "slctr",
            "tctr",
            "umin",
            "uminctr");

    private static final Pattern NUMBER = Pattern.compile("\\b(?=[ACDEIJKLNPRSTUj0-9])(?:NCT[ -]?\\d{8}"
            + "|ISRCTN[ -]?\\d{8}"
            + "|ACTRN[ -]?\\d{14}"
            + "|ChiCTR(?:-[A-Z]{3})?[ -]?\\d{8,10}"
            + "|(?<=EudraCT.{0,20})\\d{4}-\\d{6}-\\d{2}"
            + "|(?<=(?:EU ?CT|CTIS).{0,20})20\\d\\d-5\\d{5}-\\d{2}-\\d{2}"
            + "|EUCTR ?\\d{4}-\\d{6}-\\d{2}(?:-[A-Z]{2})?"
            + "|DRKS[ -]?\\d{8}"
            + "|IRCT ?\\d{11,20}(?:N\\d{1,3})?"
            + "|PACTR[ -]?\\d{15,16}"
            + "|CTRI/\\d{4}/\\d{2,3}/\\d{6}"
            + "|SLCTR/\\d{4}/\\d{3}"
            + "|KCT[ -]?\\d{7}"
            + "|TCTR ?\\d{11}"
            + "|RPCEC ?\\d{8}"
            + "|RBR-[0-9a-z]{6,8}"
            + "|LBCTR ?\\d{10}"
            + "|UMIN ?\\d{9}"
            + "|jRCTs?\\d{9,10}"
            + "|JapicCTI-?\\d{6}"
            + "|NTR ?\\d{3,5})\\b");

    /// One of these stands in every section that the pattern finds something in: most sections are passed over
    /// fast.
    private static final List<String> SIGNS = List.of("CT", "DRKS", "RPCEC", "RBR-", "UMIN", "NTR");

    private RegistryNumbers() {}

    /// Whether a data bank of this name registers trials (GenBank and PDB do not).
    public static boolean isTrialRegistry(String dataBank) {
        return REGISTRIES.contains(dataBank.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /// The numbers in a text, in their order, each without the spaces inside: "NCT 01234567" is NCT01234567.
    public static List<String> in(String text) {
        if (SIGNS.stream().noneMatch(text::contains)) {
            return List.of();
        }
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group().replace(" ", ""));
        }
        return List.copyOf(numbers);
    }
}
