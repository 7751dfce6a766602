package org.plumbline.ingest.document.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of one document, by which it is decided what a hyphen at a line's end is.
final class Vocabulary {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-\u2010\u2011][\\p{L}\\p{M}]+)*");
    private static final Pattern PARTS = Pattern.compile("[-\u2010\u2011]");
    private static final int SHORTEST_PART = 3;

    private final Map<String, Integer> counts = new HashMap<>();

    static Vocabulary of(List<Page> pages) {
        Vocabulary vocabulary = new Vocabulary();
        pages.stream().flatMap(page -> page.lines().stream()).forEach(line -> vocabulary.add(line.words()));
        return vocabulary;
    }

    /// Words that a line's end may have cut are left out: the last of a line with a hyphen. The first of a line may
    /// be a rest, and is left out too.
    private void add(String words) {
        String line = words.strip();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            boolean cut = word.end() < line.length()
                    && word.end() == line.length() - 1
                    && PARTS.matcher(line.substring(word.end())).matches();
            if (word.start() > 0 && !cut) {
                counts.merge(folded(word.group()), 1, Integer::sum);
            }
        }
    }

    /// Whether the hyphen between a line's last and the next line's first letters belongs to the word ("low-"
    /// "cost"), as against one that only the line's end made ("recruit-" "ment").
    ///
    /// @param head the letters before the hyphen, with those before another hyphen of the same word
    boolean keepsHyphen(String head, String tail) {
        int whole = counts.getOrDefault(folded(head + tail), 0);
        int hyphenated = counts.getOrDefault(folded(head + "-" + tail), 0);
        if (whole != hyphenated) {
            return hyphenated > whole;
        }
        if (head.indexOf('-') >= 0) {
            // A word that has a hyphen already is seldom cut at another place.
            return knows(tail) && tail.length() >= SHORTEST_PART;
        }
        return whole == 0
                && head.length() >= SHORTEST_PART
                && tail.length() >= SHORTEST_PART
                && knows(head)
                && knows(tail);
    }

    private boolean knows(String word) {
        return counts.containsKey(folded(word));
    }

    private static String folded(String word) {
        return PARTS.matcher(word).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
