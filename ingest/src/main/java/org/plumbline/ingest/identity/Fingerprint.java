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

    static String folded(String words) {
        return words.chars().allMatch(character -> character < 128) ? foldedAscii(words) : foldedUnicode(words);
    }

    /// The same as [#foldedUnicode] for the letters that nearly all titles are written in, at a tenth of its cost.
    private static String foldedAscii(String words) {
        StringBuilder folded = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (character >= 'A' && character <= 'Z') {
                folded.append((char) (character - 'A' + 'a'));
            } else if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
                folded.append(character);
            }
        }
        return folded.toString();
    }

    static String foldedUnicode(String words) {
        String decomposed = Normalizer.normalize(words, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(bare).replaceAll("");
    }
}
