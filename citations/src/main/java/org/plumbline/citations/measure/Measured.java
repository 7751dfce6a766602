package org.plumbline.citations.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What an `evaluate` command prints with `--json`: the data that was read, and each figure.
///
/// @param data SHA-256 of what was read: 64 lower-case hex digits
/// @param metrics by the field's names for them, in the order in which they are shown
public record Measured(String data, Map<String, Metric> metrics) {

    public Measured {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// One line a figure, for people.
    public String table() {
        return metrics.entrySet().stream()
                .map(metric -> metric.getValue().line(metric.getKey()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
