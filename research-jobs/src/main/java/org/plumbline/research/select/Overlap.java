package org.plumbline.research.select;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How much two sentences have in common.
final class Overlap {

    private Overlap() {}

    /// The share of the words of either that stand in both, 0 to 1 (Jaccard).
    static double jaccard(List<String> one, List<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        Set<String> both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    /// Whether two numbers or more stand in one, and all of them in the other too, or the other way round.
    static boolean sharesItsNumbers(List<String> one, List<String> other) {
        Set<String> ofOne = numbers(one);
        Set<String> ofOther = numbers(other);
        return Math.min(ofOne.size(), ofOther.size()) >= 2
                && (ofOne.containsAll(ofOther) || ofOther.containsAll(ofOne));
    }

    private static Set<String> numbers(List<String> words) {
        Set<String> numbers = new HashSet<>();
        for (String word : words) {
            if (word.chars().allMatch(Character::isDigit)) {
                numbers.add(word);
            }
        }
        return numbers;
    }
}
