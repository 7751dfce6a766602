package org.plumbline.research.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a question as it is written: its folded words in order, and which of them stand together in one compound
/// ("C-reactive", "HDL-C", "24-h").
///
/// @param words as [Words] folds them
/// @param compounds for each word, the number of its compound
record Written(List<String> words, List<Integer> compounds) {

    private static final Pattern COMPOUND = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’]*(?:[-\\u2010\\u2011][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’]*)*");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /// What numbers count and measure.
    private static final Set<String> MEASURES =
            Set.of(("s sec second seconds min minute minutes h hr hrs hour hours day days"
                            + " week weeks wk month months mo year years yr yrs decade decades mg g kg mcg ml l dl mm cm m nm hz khz"
                            + " times doses cycles sessions patients cases women men adults children people centers centres")
                    .split(" "));

    /// Words that a letter or number after them belongs to, though a hyphen joins it with the next.
    private static final Set<String> LETTERED =
            Set.of("hepatitis", "vitamin", "type", "group", "class", "stage", "grade", "phase", "factor", "influenza");

    Written {
        words = List.copyOf(words);
        compounds = List.copyOf(compounds);
    }

    static Written of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> compounds = new ArrayList<>();
        Matcher matcher = COMPOUND.matcher(text);
        int compound = 0;
        while (matcher.find()) {
            for (String word : Words.in(matcher.group())) {
                words.add(word);
                compounds.add(compound);
            }
            compound++;
        }
        return new Written(words, compounds);
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    /// Whether it is a single letter or a number, which names nothing alone.
    boolean leans(int at) {
        return word(at).length() == 1 || isNumber(at);
    }

    /// Whether a word that leans is joined with the next.
    boolean leansForward(int at) {
        boolean begins = at == 0 || !isJoined(at - 1);
        boolean owned = at > 0 && LETTERED.contains(word(at - 1));
        return leans(at) && begins && isJoined(at) && !owned;
    }

    /// Whether the word before it needs it, whatever it is: the letter of "vitamin A", the end of "HDL-C".
    boolean isOwned(int at) {
        return at > 0 && (isJoined(at - 1) || LETTERED.contains(word(at - 1)));
    }

    /// Whether it is a number that counts or measures, or a year: nothing that an article must say.
    boolean isQuantity(int at) {
        return isNumber(at)
                && (YEAR.matcher(word(at)).matches() || (at + 1 < size() && MEASURES.contains(word(at + 1))));
    }

    /// Whether it is a letter before a word: "T wave".
    boolean isLetterOf(int at) {
        return at + 1 < size() && Character.isLetter(word(at).charAt(0)) && !leans(at + 1);
    }

    private boolean isNumber(int at) {
        return word(at).chars().allMatch(Character::isDigit);
    }

    /// Whether the word after it is in the same compound.
    private boolean isJoined(int at) {
        return at + 1 < size() && compounds.get(at).equals(compounds.get(at + 1));
    }
}
