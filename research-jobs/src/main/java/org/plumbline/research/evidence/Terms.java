package org.plumbline.research.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words as this package compares them: lower case, endings folded, words without content left out.
final class Terms {

    /// One word of a sentence.
    ///
    /// @param raw as written
    /// @param stem folded
    record Term(String raw, String stem, int start, int end) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");

    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "without", "and", "or", "as",
            "is", "are", "was", "were", "be", "been", "it", "its", "this", "that", "these", "those", "their", "than",
            "between", "after", "before", "during", "per", "vs", "versus", "not", "no", "we", "our", "they", "who",
            "which", "s", "had", "has", "have", "did", "do", "does", "all", "any", "other", "into", "over", "using",
            "use", "used", "both", "but");

    private Terms() {}

    /// The same words with every kind of space as a plain one: thin and unbreakable spaces stand in front of units
    /// and in p-values. Offsets stay.
    static String plain(String words) {
        StringBuilder plain = new StringBuilder(words);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isSpaceChar(plain.charAt(i)) || Character.isWhitespace(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    static List<Term> of(String words) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = WORD.matcher(words);
        while (matcher.find()) {
            terms.add(new Term(matcher.group(), stem(matcher.group()), matcher.start(), matcher.end()));
        }
        return terms;
    }

    /// The distinct stems that carry content.
    static Set<String> content(String words) {
        Set<String> stems = new HashSet<>();
        for (Term term : of(words)) {
            if (isContent(term)) {
                stems.add(term.stem());
            }
        }
        return stems;
    }

    static boolean isContent(Term term) {
        boolean word = !EMPTY.contains(term.raw().toLowerCase(Locale.ROOT))
                && term.stem().length() > 1;
        return word || Character.isDigit(term.raw().charAt(0));
    }

    /// Folds the commonest endings of English, and British spelling. Crude on purpose: both sides are folded alike.
    static String stem(String word) {
        String w = word.toLowerCase(Locale.ROOT)
                .replace("'s", "")
                .replace("’s", "")
                .replace("ae", "e");
        if (w.length() > 4) {
            w = w.replaceAll("isation", "ization").replaceAll("ise(d|s)?$", "ize$1");
        }
        String[] endings = {
            "ations", "ation", "ingly", "edly", "ings", "ing", "ies", "ied", "ness", "ments", "ment", "ions", "ion",
            "ally", "ed", "es", "ly", "ic", "al", "s", "e", "y"
        };
        for (String ending : endings) {
            if (w.length() - ending.length() >= 4 && w.endsWith(ending)) {
                return w.substring(0, w.length() - ending.length());
            }
        }
        return w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") ? w.substring(0, w.length() - 1) : w;
    }
}
