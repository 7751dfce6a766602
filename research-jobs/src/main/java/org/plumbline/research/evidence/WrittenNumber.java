package org.plumbline.research.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers written as English words, below a thousand.
final class WrittenNumber {

    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fourty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty",
            80, "ninety", 90);

    private WrittenNumber() {}

    /// The number that words such as "ninety-seven" or "two hundred and six" write; 0 where they write none.
    static int of(String words) {
        int sum = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
            if (word.equals("hundred")) {
                sum *= 100;
            } else if (TENS.containsKey(word)) {
                sum += TENS.getOrDefault(word, 0);
            } else if (ONES.contains(word)) {
                sum += ONES.indexOf(word);
            }
        }
        return sum;
    }
}
