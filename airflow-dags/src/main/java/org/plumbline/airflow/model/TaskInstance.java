package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One task of one run.
///
/// @param tryNumber of the last try, from 1; 0 where none was
/// @param mostTries tries after the first that it may have
public record TaskInstance(
        String taskId,
        String dagId,
        @JsonProperty("dag_run_id") String runId,
        int mapIndex,
        TaskState state,
        int tryNumber,
        @JsonProperty("max_tries") int mostTries,
        @Nullable Instant queuedWhen,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable Double duration,
        @Nullable String pool,
        @Nullable String operatorName,
        @Nullable String hostname,
        @Nullable Long pid,
        @Nullable String note) {

    public TaskInstance {
        Objects.requireNonNull(taskId, "task_id");
        Objects.requireNonNull(dagId, "dag_id");
        Objects.requireNonNull(runId, "dag_run_id");
        state = Objects.requireNonNullElse(state, TaskState.NONE);
    }

    public TaskKey key() {
        return new TaskKey(new RunKey(dagId, runId), taskId, mapIndex);
    }
}
