package org.plumbline.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.model.LogLine;

/// Makes lines out of what Airflow's log holds: JSON objects of its structured logger, or bare text.
final class LogLines {

    private static final int LONGEST = 1_000_000;
    private static final Set<String> OWN = Set.of("timestamp", "event", "level", "logger");

    private LogLines() {}

    static LogLine line(JsonNode from) {
        if (!from.isObject()) {
            return new LogLine(null, cut(from.asText()), null, null, Map.of());
        }
        Map<String, JsonNode> others = new LinkedHashMap<>();
        from.properties().forEach(each -> {
            if (!OWN.contains(each.getKey())) {
                others.put(each.getKey(), each.getValue());
            }
        });
        JsonNode event = from.path("event");
        return new LogLine(
                moment(from.path("timestamp").asText("")),
                cut(event.isValueNode() ? event.asText() : event.toString()),
                text(from.path("level")),
                text(from.path("logger")),
                others);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
