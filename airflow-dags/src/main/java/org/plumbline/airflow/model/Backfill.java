package org.plumbline.airflow.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A span of a DAG's past that is run, or was.
///
/// @param completedAt null while it goes on
public record Backfill(
        long id,
        @Nullable String dagId,
        @Nullable Instant fromDate,
        @Nullable Instant toDate,
        boolean isPaused,
        @Nullable String reprocessBehavior,
        int maxActiveRuns,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt) {}
