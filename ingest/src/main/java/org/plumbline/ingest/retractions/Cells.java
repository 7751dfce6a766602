package org.plumbline.ingest.retractions;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The cells of a row by their column's name, which is compared without case, blanks and underscores; a missing
/// cell is empty.
record Cells(Map<String, Integer> columns, List<String> values) {

    /// The columns that a head line names.
    static Map<String, Integer> columns(List<String> head) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < head.size(); i++) {
            columns.putIfAbsent(folded(head.get(i)), i);
        }
        return Map.copyOf(columns);
    }

    static boolean has(Map<String, Integer> columns, String name) {
        return columns.containsKey(folded(name));
    }

    String of(String name) {
        Integer column = columns.get(folded(name));
        return column == null || column >= values.size()
                ? ""
                : values.get(column).strip();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
