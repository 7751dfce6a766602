package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A DAG file that could not be read.
///
/// @param stackTrace of Python, several lines
public record ImportError(
        @JsonProperty("import_error_id") long id,
        @Nullable Instant timestamp,
        @Nullable String filename,
        @Nullable String bundleName,
        @Nullable String stackTrace) {}
