package org.plumbline.ingest.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Trial and review registration numbers in one spelling, so that articles of one study meet.
final class StudyIds {

    /// The registries of the WHO's network (ICTRP) whose numbers can be told by their form, and PROSPERO.
    private static final Pattern KNOWN = Pattern.compile(
            "NCT ?\\d{8}|ISRCTN ?\\d{8}|ACTRN ?\\d{14}|DRKS ?\\d{8}|CHICTR[- ]?[A-Z0-9-]*\\d{8,10}|CTRI/\\d{4}/\\d{2,3}/\\d{6}|"
                    + "(?:JPRN-)?UMIN ?\\d{9}|IRCT ?\\d{11,}N?\\d*|KCT ?\\d{7}|PACTR ?\\d{15,16}|NTR ?\\d{3,5}|"
                    + "CRD ?\\d{11}|\\d{4}-\\d{6}-\\d{2}");

    private StudyIds() {}

    /// Upper case without blanks, sorted, once each; a number of no known form is kept as it is otherwise.
    static List<String> normalised(Collection<String> written) {
        TreeSet<String> ids = new TreeSet<>();
        for (String each : written) {
            String upper = each.strip().toUpperCase(Locale.ROOT);
            Matcher known = KNOWN.matcher(upper);
            boolean found = false;
            while (known.find()) {
                ids.add(known.group().replace(" ", ""));
                found = true;
            }
            if (!found && !upper.isEmpty()) {
                ids.add(upper.replaceAll("\\s+", ""));
            }
        }
        return List.copyOf(ids);
    }
}
