package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A DAG as lists show it.
///
/// @param isStale its file is gone, or was not parsed for long
/// @param timetableSummary such as a cron expression, or `Asset`; null where it runs by hand only
/// @param nextRunAfter when its next scheduled run is due
public record Dag(
        String dagId,
        @Nullable String dagDisplayName,
        boolean isPaused,
        boolean isStale,
        boolean hasImportErrors,
        @Nullable String description,
        @Nullable String timetableSummary,
        @Nullable String timetableDescription,
        @Nullable Instant lastParsedTime,
        @JsonProperty("next_dagrun_logical_date") @Nullable Instant nextLogicalDate,
        @JsonProperty("next_dagrun_run_after") @Nullable Instant nextRunAfter,
        @JsonProperty("max_active_runs") @Nullable Integer mostActiveRuns,
        List<Tag> tags,
        List<String> owners,
        @Nullable String fileloc) {

    /// A word that DAGs are found by.
    public record Tag(String name) {}

    public Dag {
        Objects.requireNonNull(dagId, "dag_id");
        tags = tags == null ? List.of() : List.copyOf(tags);
        owners = owners == null ? List.of() : List.copyOf(owners);
    }
}
