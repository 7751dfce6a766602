package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The identifiers of a publication, normalised: PMID as digits, PMCID as "PMC" and digits, DOI in lower case
/// without a resolver's address.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleIds(
        @Nullable String pmid,
        @Nullable String pmcid,
        @Nullable String doi) {

    public static final ArticleIds NONE = new ArticleIds(null, null, null);

    public ArticleIds {
        pmid = matching(pmid, "[1-9][0-9]{0,11}");
        pmcid = matching(upper(pmcid), "PMC[1-9][0-9]{0,11}");
        doi = matching(bareDoi(doi), "10\\.[0-9]{3,9}/\\S{1,500}");
    }

    /// Those that are there, as aliases: `pmid:…`, `pmcid:…`, `doi:…`, in this order.
    @JsonIgnore
    public List<String> aliases() {
        List<String> aliases = new ArrayList<>(3);
        if (pmid != null) {
            aliases.add("pmid:" + pmid);
        }
        if (pmcid != null) {
            aliases.add("pmcid:" + pmcid);
        }
        if (doi != null) {
            aliases.add("doi:" + doi);
        }
        return List.copyOf(aliases);
    }

    private static @Nullable String matching(@Nullable String value, String pattern) {
        return value != null && value.matches(pattern) ? value : null;
    }

    private static @Nullable String upper(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String upper = value.strip().toUpperCase(Locale.ROOT);
        return upper.matches("[0-9]+") ? "PMC" + upper : upper;
    }

    private static @Nullable String bareDoi(@Nullable String value) {
        return value == null
                ? null
                : value.strip().toLowerCase(Locale.ROOT).replaceFirst("^(https?://(dx\\.)?doi\\.org/|doi:\\s*)", "");
    }
}
