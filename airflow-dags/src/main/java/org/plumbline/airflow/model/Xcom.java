package org.plumbline.airflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a task left for others; under `return_value`, what it returned.
///
/// @param value as JSON
public record Xcom(String key, JsonNode value, @Nullable Instant timestamp) {

    /// The key of what a task returned.
    public static final String RETURN_VALUE = "return_value";

    public Xcom {
        Objects.requireNonNull(key, "key");
        value = Objects.requireNonNullElse(value, NullNode.getInstance());
    }
}
