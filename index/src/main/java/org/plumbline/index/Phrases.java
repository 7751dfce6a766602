package org.plumbline.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes typed words apart into phrases in double quotes and free words.
final class Phrases {

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]*)\"|[^\"]+");

    private Phrases() {}

    /// The entries in order: a phrase keeps its quotes, free words between phrases stay together.
    static List<String> split(String text) {
        List<String> entries = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(text);
        while (matcher.find()) {
            String entry = matcher.group().strip();
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    static boolean isPhrase(String entry) {
        return entry.length() > 2 && entry.startsWith("\"") && entry.endsWith("\"");
    }
}
