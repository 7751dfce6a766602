package org.plumbline.airflow.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which Airflow answers, such as `3.3.2`.
public record ServerVersion(String version, @Nullable String gitVersion) {

    public ServerVersion {
        Objects.requireNonNull(version, "version");
    }
}
