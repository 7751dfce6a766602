package org.plumbline.index.pubmed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// PubMed's Clinical Queries filters (Haynes, Wilczynski and others) of which both the wording and a measured
/// sensitivity and specificity were read at their source.
public enum ClinicalQuery {
    /// Sensitivity 98.9 %, specificity about 78.8 %, precision 13.5 % (PMC3168323, table 3).
    THERAPY_BROAD(
            "therapy/broad",
            "((clinical[tiab] AND trial[tiab]) OR clinical trials as topic[mh] OR clinical trial[pt]"
                    + " OR random*[tiab] OR random allocation[mh] OR therapeutic use[sh])"),
    /// Sensitivity 93 %, specificity 97 %, precision 54 % (PMC3168323, table 3).
    THERAPY_NARROW(
            "therapy/narrow",
            "(randomized controlled trial[Publication Type] OR (randomized[Title/Abstract]"
                    + " AND controlled[Title/Abstract] AND trial[Title/Abstract]))");

    /// Filters that PubMed has and whose wording nobody here has read at its source.
    private static final List<String> UNREAD = List.of(
            "etiology/broad",
            "etiology/narrow",
            "diagnosis/broad",
            "diagnosis/narrow",
            "prognosis/broad",
            "prognosis/narrow",
            "clinical prediction guides/broad",
            "clinical prediction guides/narrow");

    private final String filterName;
    private final String wording;

    ClinicalQuery(String filterName, String wording) {
        this.filterName = filterName;
        this.wording = wording;
    }

    /// Its name: `therapy/narrow`.
    public String filterName() {
        return filterName;
    }

    /// The query that it stands for, as published.
    public Expression expression() {
        return PubmedQuery.parse(wording).root();
    }

    /// The filter of a name, whatever its case.
    public static Optional<ClinicalQuery> find(String name) {
        String folded = folded(name);
        return Arrays.stream(values())
                .filter(one -> one.filterName.equals(folded))
                .findFirst();
    }

    /// Why there is no filter of a name, in words: PubMed's that are not offered, and names of none.
    public static String refusal(String name) {
        return UNREAD.contains(folded(name))
                ? "the wording of " + folded(name)
                        + " was not read at its source, so it is not offered: paste NLM's own;" + " known are "
                        + known()
                : "the filter \"" + name + "\" cannot be answered from this index: leave it out; known are " + known();
    }

    private static String known() {
        return Arrays.stream(values()).map(ClinicalQuery::filterName).collect(Collectors.joining(", "));
    }

    private static String folded(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replace(" /", "/")
                .replace("/ ", "/");
    }
}
