package org.plumbline.airflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that tasks make and that DAGs wait for.
///
/// @param group `asset` where none was given
/// @param scheduledDags DAGs that an event of it may start
public record Asset(
        long id,
        String name,
        @Nullable String uri,
        @Nullable String group,
        JsonNode extra,
        List<DagName> scheduledDags,
        List<TaskName> producingTasks,
        @Nullable LastEvent lastAssetEvent) {

    /// A DAG by its id.
    public record DagName(String dagId) {}

    /// A task by its DAG and its own id.
    public record TaskName(String dagId, String taskId) {}

    /// The newest event, null components where there was none.
    public record LastEvent(@Nullable Long id, @Nullable Instant timestamp) {}

    public Asset {
        Objects.requireNonNull(name, "name");
        extra = Objects.requireNonNullElse(extra, NullNode.getInstance());
        scheduledDags = scheduledDags == null ? List.of() : List.copyOf(scheduledDags);
        producingTasks = producingTasks == null ? List.of() : List.copyOf(producingTasks);
    }
}
