package org.plumbline.ingest.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.citations.Author;
import org.plumbline.citations.Bibliography;

/// What two records of one publication have in common when they share no identifier: the title, folded to its
/// letters and digits, and the first author's family name. The years are compared beside it ([#yearsAgree]).
final class Fingerprint {

    /// Shorter titles ("Editorial", "Reply to the authors") name too many publications.
    static final int SHORTEST_TITLE = 40;

    private static final int MOST_YEARS_APART = 1;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Fingerprint() {}

    /// The link that these bibliographic data make, `title:` and 64 hex digits; none for a short title, an unknown
    /// year or without an author.
    static Optional<String> of(Bibliography bibliography) {
        String title = folded(bibliography.title());
        if (title.length() < SHORTEST_TITLE
                || bibliography.date() == null
                || bibliography.authors().isEmpty()) {
            return Optional.empty();
        }
        Author first = bibliography.authors().getFirst();
        String name = folded(first.family().isEmpty() ? first.collective() : first.family());
        return name.isEmpty() ? Optional.empty() : Optional.of("title:" + Digests.sha256(title + "|" + name));
    }

    /// Whether two publications of one title may be the same: print and online years differ by one at most.
    static boolean yearsAgree(Bibliography one, Bibliography other) {
        return one.date() != null
                && other.date() != null
                && Math.abs(one.date().year() - other.date().year()) <= MOST_YEARS_APART;
    }

    private static String folded(String words) {
        String decomposed = Normalizer.normalize(words, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(bare).replaceAll("");
    }
}
