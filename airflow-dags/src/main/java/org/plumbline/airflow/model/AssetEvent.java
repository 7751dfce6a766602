package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An asset was made anew.
///
/// @param extra what its maker said of it, as JSON
/// @param createdRuns those that it started
public record AssetEvent(
        long id,
        long assetId,
        @Nullable String name,
        @Nullable String uri,
        JsonNode extra,
        @Nullable String sourceDagId,
        @Nullable String sourceRunId,
        @Nullable String sourceTaskId,
        @JsonProperty("created_dagruns") List<CreatedRun> createdRuns,
        @Nullable Instant timestamp) {

    /// A run by its key, and where it stands.
    public record CreatedRun(
            String dagId, String runId, @Nullable RunState state) {}

    public AssetEvent {
        extra = Objects.requireNonNullElse(extra, NullNode.getInstance());
        createdRuns = createdRuns == null ? List.of() : List.copyOf(createdRuns);
    }
}
