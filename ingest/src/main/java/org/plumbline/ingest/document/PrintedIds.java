package org.plumbline.ingest.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.ArticleIds;

/// Finds the identifiers that a document gives of itself: in its metadata, else as it is printed on its first pages.
final class PrintedIds {

    private static final Pattern DOI = Pattern.compile("\\b(10\\.[0-9]{4,9}/[^\\s\"<>{}|\\\\^`]{2,200})");
    private static final Pattern PMID = Pattern.compile("(?i)\\bPMID\\s*:?\\s*([1-9][0-9]{4,8})\\b");
    private static final Pattern PMCID = Pattern.compile("(?i)\\bPMC(?:ID)?\\s*:?\\s*(?:PMC)?([1-9][0-9]{4,8})\\b");

    private PrintedIds() {}

    /// The identifiers; what is not there is null.
    ///
    /// @param told from metadata, empty where there is none
    /// @param lines as printed, those most likely to name the document first
    static ArticleIds of(String told, List<String> lines) {
        @Nullable String doi = first(DOI, List.of(told));
        return new ArticleIds(first(PMID, lines), first(PMCID, lines), trimmed(doi == null ? first(DOI, lines) : doi));
    }

    private static @Nullable String first(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher found = pattern.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
        }
        return null;
    }

    /// Without the punctuation of the sentence around it.
    private static @Nullable String trimmed(@Nullable String doi) {
        if (doi == null) {
            return null;
        }
        String bare = doi.replaceFirst("[.,;:\\]'’”]+$", "");
        boolean closes = bare.endsWith(")") && bare.indexOf('(') < 0;
        return closes ? bare.substring(0, bare.length() - 1) : bare;
    }
}
