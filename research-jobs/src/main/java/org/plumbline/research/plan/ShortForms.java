package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Short forms that a text gives for its own words in brackets: "international normalised ratio (INR)". Known are those
/// whose letters are the first letters of as many words before them.
final class ShortForms {

    /// @param forms the long form and the short one
    /// @param words how many words both are together
    record Pair(List<String> forms, int words) {

        Pair {
            forms = List.copyOf(forms);
        }
    }

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z][A-Za-z]{1,7})\\)");

    private final List<Pair> pairs;

    private ShortForms(List<Pair> pairs) {
        this.pairs = pairs;
    }

    static ShortForms in(String text) {
        List<Pair> pairs = new ArrayList<>();
        Matcher matcher = IN_BRACKETS.matcher(text);
        while (matcher.find()) {
            String letters = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> before = Words.in(text.substring(0, matcher.start()));
            int count = letters.length();
            if (before.size() >= count) {
                List<String> words = before.subList(before.size() - count, before.size());
                if (startWith(words, letters)) {
                    pairs.add(new Pair(List.of(String.join(" ", words), letters), count + 1));
                }
            }
        }
        return new ShortForms(pairs);
    }

    private static boolean startWith(List<String> words, String letters) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).charAt(0) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The pair that stands at a place among folded words; null where there is none.
    @Nullable
    Pair at(List<String> words, int at) {
        for (Pair pair : pairs) {
            List<String> all = Words.in(String.join(" ", pair.forms()));
            if (at + all.size() <= words.size()
                    && words.subList(at, at + all.size()).equals(all)) {
                return pair;
            }
        }
        return null;
    }
}
