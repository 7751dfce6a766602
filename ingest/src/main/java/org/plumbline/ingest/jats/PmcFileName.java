package org.plumbline.ingest.jats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file's name in PMC's bucket: `PMC1065070.1.xml` is version 1 of PMC1065070; older layouts have no version.
record PmcFileName(String pmcid, int version) {

    private static final Pattern NAME =
            Pattern.compile("(PMC[1-9][0-9]{0,11})(?:\\.([1-9][0-9]{0,5}))?\\.(?:xml|nxml|json)(?:\\.gz)?");

    static Optional<PmcFileName> find(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(2);
        return Optional.of(new PmcFileName(matcher.group(1), version == null ? 1 : Integer.parseInt(version)));
    }
}
