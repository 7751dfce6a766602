package org.plumbline.airflow.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run that a backfill would make.
///
/// @param logicalDate the moment it stands for; null where the DAG is partitioned otherwise
public record BackfillRun(
        @Nullable Instant logicalDate, @Nullable String partitionKey) {}
