package org.plumbline.index;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which articles of a snapshot have a vector. It is one of the snapshot's settings, so that its id tells it.
///
/// @param model that the vectors are of; empty where there are none
/// @param articles how many live articles have one
/// @param sum of the keys of their words
public record VectorCoverage(String model, long articles, DigestSum sum) {

    public static final VectorCoverage NONE = new VectorCoverage("", 0, DigestSum.ZERO);

    private static final String SETTING = "vectors";
    private static final Pattern WORDS = Pattern.compile("(\\S+), (\\d+) articles, ([0-9a-f]{64})");

    /// What a snapshot's settings say.
    static VectorCoverage of(Map<String, String> settings) {
        Matcher words = WORDS.matcher(Optional.ofNullable(settings.get(SETTING)).orElse(""));
        return words.matches()
                ? new VectorCoverage(words.group(1), Long.parseLong(words.group(2)), DigestSum.of(words.group(3)))
                : NONE;
    }

    /// The settings with this coverage.
    public Map<String, String> in(Map<String, String> settings) {
        Map<String, String> all = without(settings);
        if (articles > 0) {
            all.put(SETTING, model + ", " + articles + " articles, " + sum);
        }
        return all;
    }

    /// The settings of a snapshot but for its coverage.
    public static Map<String, String> without(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.remove(SETTING);
        return all;
    }
}
