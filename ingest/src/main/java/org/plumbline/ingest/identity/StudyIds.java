package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Trial and review registration numbers in one spelling, so that articles of one study meet.
public final class StudyIds {

    /// Numbers of one registry, and how they are spelled here.
    private record Form(Pattern pattern, UnaryOperator<String> spelling) {

        static Form of(String pattern) {
            return of(pattern, id -> id.replaceAll("[- ]", ""));
        }

        static Form of(String pattern, UnaryOperator<String> spelling) {
            return new Form(Pattern.compile("(?<![A-Z0-9])(?:" + pattern + ")(?![0-9])"), spelling);
        }
    }

    /// The registries of the WHO's network (ICTRP) whose numbers can be told by their form, and PROSPERO. A trial
    /// in the EU's system is numbered there with a count of its submissions at the end, which is none of its name.
    private static final List<Form> FORMS = List.of(
            Form.of("(?:EU[- ]?CT|CTIS|EUCTR)?[-: ]*20\\d{2}-5\\d{5}-\\d{2}(?:-\\d{2})?", StudyIds::ctis),
            Form.of("(?:EUDRACT|EUCTR)?[-: ]*(?:19|20)\\d{2}-\\d{6}-\\d{2}(?:-[A-Z]{2}(?![A-Z]))?", StudyIds::eudraCt),
            Form.of("NCT[- ]?\\d{8}"),
            Form.of("(?:ISRCTN|ISCRTN)[- ]?\\d{8}", id -> "ISRCTN" + digits(id)),
            Form.of("ACTRN[- ]?\\d{14}"),
            Form.of("DRKS[- ]?\\d{8}"),
            Form.of(
                    "CHICTR[- ]?(?:[A-Z0-9]{2,5}[- ])?\\d{8,10}",
                    id -> id.replace(' ', '-').replaceFirst("^CHICTR-(?=\\d)", "CHICTR")),
            Form.of("CTRI/\\d{4}/\\d{2,3}/\\d{6}", id -> id),
            Form.of("SLCTR/\\d{4}/\\d{3}", id -> id),
            Form.of("(?:JPRN-)?UMIN[- ]?(?:CTR)?[- ]?\\d{9}", id -> "UMIN" + digits(id)),
            Form.of("(?:JPRN-)?JRCT[- ]?S?[- ]?\\d{9,10}", id -> unprefixed(id).replaceAll("[- ]", "")),
            Form.of("(?:JPRN-)?JAPICCTI[- ]?\\d{6}", id -> "JAPICCTI" + digits(id)),
            Form.of("(?:JPRN-)?JMA-?IIA\\d{5}", id -> "JMA-IIA" + digits(id)),
            Form.of("IRCT[- ]?\\d{11,20}(?:N\\d{1,3})?"),
            Form.of("KCT[- ]?\\d{7}"),
            Form.of("TCTR[- ]?\\d{11}"),
            Form.of("PACTR[- ]?\\d{15,16}"),
            Form.of("RPCEC[- ]?\\d{8}"),
            Form.of("LBCTR[- ]?\\d{10}"),
            Form.of("RBR-?[0-9A-Z]{6,8}", id -> "RBR-" + id.replaceFirst("RBR-?", "")),
            Form.of("(?:NTR|NL-?OMON)[- ]?\\d{1,5}"),
            Form.of("(?:PROSPERO[: ]*)?CRD[- ]?\\d{11}", id -> "CRD" + digits(id)));

    private StudyIds() {}

    /// Upper case without blanks, sorted, once each; a number of no known form is kept as it is otherwise.
    public static List<String> normalised(Collection<String> written) {
        TreeSet<String> ids = new TreeSet<>();
        for (String each : written) {
            List<String> known = recognised(each);
            ids.addAll(known);
            if (known.isEmpty() && !each.isBlank()) {
                ids.add(each.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", ""));
            }
        }
        return List.copyOf(ids);
    }

    /// The numbers of known forms in some words, normalised.
    public static List<String> recognised(String words) {
        StringBuilder rest = new StringBuilder(words.strip().toUpperCase(Locale.ROOT));
        TreeSet<String> ids = new TreeSet<>();
        for (Form form : FORMS) {
            List<MatchResult> found = form.pattern().matcher(rest).results().toList();
            for (MatchResult each : found) {
                ids.add(form.spelling().apply(each.group()));
                // What one registry's form took is no part of another's number.
                rest.replace(each.start(), each.end(), "|".repeat(each.end() - each.start()));
            }
        }
        return List.copyOf(ids);
    }

    private static String ctis(String id) {
        return number(id, "20\\d{2}-5\\d{5}-\\d{2}") + "-00";
    }

    private static String eudraCt(String id) {
        return number(id, "(?:19|20)\\d{2}-\\d{6}-\\d{2}");
    }

    private static String number(String id, String form) {
        return Pattern.compile(form)
                .matcher(id)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(id);
    }

    private static String unprefixed(String id) {
        return id.replaceFirst("^JPRN-", "");
    }

    private static String digits(String id) {
        return id.replaceAll("\\D", "");
    }
}
