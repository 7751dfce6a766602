package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One run of a DAG. Times are null until they come.
///
/// @param runType `manual`, `scheduled`, `backfill`, `asset_triggered`, or a word of a later Airflow
/// @param conf what it was triggered with, as JSON; JSON null where nothing was given
public record Run(
        String dagId,
        @JsonProperty("dag_run_id") String runId,
        RunState state,
        @Nullable String runType,
        @Nullable String triggeredBy,
        @Nullable String triggeringUserName,
        @Nullable Instant logicalDate,
        @Nullable Instant dataIntervalStart,
        @Nullable Instant dataIntervalEnd,
        @Nullable Instant runAfter,
        @Nullable Instant queuedAt,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        JsonNode conf,
        @Nullable String note) {

    public Run {
        Objects.requireNonNull(dagId, "dag_id");
        Objects.requireNonNull(runId, "dag_run_id");
        Objects.requireNonNull(state, "state");
        conf = Objects.requireNonNullElse(conf, NullNode.getInstance());
    }

    public RunKey key() {
        return new RunKey(dagId, runId);
    }
}
