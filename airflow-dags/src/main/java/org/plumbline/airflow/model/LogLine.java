package org.plumbline.airflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a task's log.
///
/// @param timestamp null in lines that the server adds
/// @param event what it says; cut at a million characters
/// @param level lower case, such as `info`
/// @param logger such as `task.stdout`
/// @param others the fields beside these, as they came
public record LogLine(
        @Nullable Instant timestamp,
        String event,
        @Nullable String level,
        @Nullable String logger,
        Map<String, JsonNode> others) {

    public LogLine {
        others = Map.copyOf(others);
    }
}
