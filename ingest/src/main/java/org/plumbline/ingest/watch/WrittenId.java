package org.plumbline.ingest.watch;

import java.util.List;
import java.util.Locale;
import org.plumbline.citations.ArticleIds;
import org.plumbline.citations.WrongInputException;

/// An identifier as people write it: `pmid:123`, `PMC123`, `doi:10.1/x`, `https://doi.org/10.1/x`, `sha256:…`, or
/// digits alone, which may be a PMID or a PMCID.
final class WrittenId {

    private WrittenId() {}

    /// The aliases that it may mean.
    ///
    /// @throws WrongInputException where it means none
    static List<String> aliases(String written) {
        String plain = written.strip();
        String folded = plain.toLowerCase(Locale.ROOT);
        List<String> aliases;
        if (folded.matches("sha256:[0-9a-f]{64}")) {
            aliases = List.of(folded);
        } else if (folded.matches("[0-9]{1,12}")) {
            aliases = new ArticleIds(folded, folded, null).aliases();
        } else if (folded.startsWith("pmid:")) {
            aliases = new ArticleIds(after(folded), null, null).aliases();
        } else if (folded.startsWith("pmc")) {
            aliases = new ArticleIds(null, folded.startsWith("pmcid:") ? after(folded) : folded, null).aliases();
        } else {
            aliases = new ArticleIds(null, null, folded).aliases();
        }
        if (aliases.isEmpty()) {
            throw new WrongInputException("\"" + plain
                    + "\": no identifier; write pmid:123, pmcid:PMC123, doi:10.1000/x or sha256: and its 64 digits");
        }
        return aliases;
    }

    private static String after(String prefixed) {
        return prefixed.substring(prefixed.indexOf(':') + 1).strip();
    }
}
