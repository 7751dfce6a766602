package org.plumbline.ingest.fetch.pmc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An article's version in the bucket: `PMC123.2`.
record ArticleKey(String pmcid, int version) {

    private static final Pattern METADATA = Pattern.compile("metadata/(PMC[1-9]\\d{0,11})\\.([1-9]\\d{0,5})\\.json");
    private static final Pattern FOLDER = Pattern.compile("(PMC[1-9]\\d{0,11})\\.([1-9]\\d{0,5})/");

    static Optional<ArticleKey> findOfMetadata(String key) {
        return find(METADATA.matcher(key));
    }

    static Optional<ArticleKey> findOfFolder(String prefix) {
        return find(FOLDER.matcher(prefix));
    }

    private static Optional<ArticleKey> find(Matcher parts) {
        return parts.matches()
                ? Optional.of(new ArticleKey(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    String name() {
        return pmcid + "." + version;
    }

    String metadataKey() {
        return "metadata/" + name() + ".json";
    }
}
