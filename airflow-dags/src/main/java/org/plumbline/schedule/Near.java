package org.plumbline.schedule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that somebody may have meant.
final class Near {

    private Near() {}

    /// The nearest by edits (insert, leave out, replace a letter), if it is near enough.
    static Optional<String> find(String word, Collection<String> known) {
        int most = Math.max(2, word.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String each) -> edits(word, each)).thenComparing(each -> each))
                .filter(nearest -> edits(word, nearest) <= most || (word.length() > 2 && nearest.contains(word)));
    }

    /// Levenshtein's distance.
    private static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
