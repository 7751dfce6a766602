package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A DAG with what its page says.
///
/// @param docMd its documentation, in Markdown
/// @param params by name, each with `value`, `description` and `schema` (JSON Schema)
/// @param assetExpression the assets that start it, as JSON; JSON null where none do
/// @param activeRunsCount null where the server (before 3.2) does not say
public record DagDetails(
        String dagId,
        @Nullable String dagDisplayName,
        boolean isPaused,
        boolean isStale,
        boolean hasImportErrors,
        @Nullable String description,
        @Nullable String docMd,
        JsonNode params,
        JsonNode assetExpression,
        boolean catchup,
        @Nullable String timezone,
        @Nullable String timetableSummary,
        @Nullable Instant startDate,
        @Nullable Instant endDate,
        @Nullable Instant lastParsedTime,
        @JsonProperty("next_dagrun_run_after") @Nullable Instant nextRunAfter,
        @JsonProperty("max_active_runs") @Nullable Integer mostActiveRuns,
        @Nullable Integer activeRunsCount,
        List<Dag.Tag> tags,
        @Nullable String fileloc) {

    public DagDetails {
        Objects.requireNonNull(dagId, "dag_id");
        params = Objects.requireNonNullElse(params, NullNode.getInstance());
        assetExpression = Objects.requireNonNullElse(assetExpression, NullNode.getInstance());
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
