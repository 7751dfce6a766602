package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The identifiers of a publication, normalised: PMID as digits, PMCID as "PMC" and digits, DOI in lower case
/// without a resolver's address.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleIds(
        @Nullable String pmid,
        @Nullable String pmcid,
        @Nullable String doi) {

    private static final Pattern PMID = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern PMCID = Pattern.compile("PMC[1-9][0-9]{0,11}");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{3,9}/\\S{1,500}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern RESOLVER = Pattern.compile("^(https?://(dx\\.)?doi\\.org/|doi:\\s*)");

    public static final ArticleIds NONE = new ArticleIds(null, null, null);

    public ArticleIds {
        pmid = matching(pmid, PMID);
        pmcid = matching(upper(pmcid), PMCID);
        doi = matching(bareDoi(doi), DOI);
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

    private static @Nullable String matching(@Nullable String value, Pattern pattern) {
        return value != null && pattern.matcher(value).matches() ? value : null;
    }

    private static @Nullable String upper(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String upper = value.strip().toUpperCase(Locale.ROOT);
        return DIGITS.matcher(upper).matches() ? "PMC" + upper : upper;
    }

    private static @Nullable String bareDoi(@Nullable String value) {
        return value == null
                ? null
                : RESOLVER.matcher(value.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
