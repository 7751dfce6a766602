package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How Airflow's parts do, as its server sees them.
public record Health(Part metadatabase, Part scheduler, Part dagProcessor, Part triggerer) {

    /// One part.
    ///
    /// @param status `healthy`, `unhealthy`, or null where it never ran
    public record Part(
            @Nullable String status,

            @JsonAlias({"latest_scheduler_heartbeat", "latest_dag_processor_heartbeat", "latest_triggerer_heartbeat"})
            @Nullable
            Instant latestHeartbeat) {

        static final Part UNKNOWN = new Part(null, null);

        public boolean isHealthy() {
            return "healthy".equals(status);
        }
    }

    public Health {
        metadatabase = Objects.requireNonNullElse(metadatabase, Part.UNKNOWN);
        scheduler = Objects.requireNonNullElse(scheduler, Part.UNKNOWN);
        dagProcessor = Objects.requireNonNullElse(dagProcessor, Part.UNKNOWN);
        triggerer = Objects.requireNonNullElse(triggerer, Part.UNKNOWN);
    }

    /// Whether runs are started: database, scheduler and DAG processor are healthy. The triggerer serves deferred
    /// tasks only.
    public boolean isReady() {
        return metadatabase.isHealthy() && scheduler.isHealthy() && dagProcessor.isHealthy();
    }
}
