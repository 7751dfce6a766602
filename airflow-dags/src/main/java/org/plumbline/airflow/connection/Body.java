package org.plumbline.airflow.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is sent, key by key: Airflow refuses keys that it does not know, so what is null is left out.
public sealed interface Body {

    /// A login. Shows nothing.
    record Credentials(String username, String password) implements Body {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /// A run to be started. Airflow wants `logical_date` even where it is null.
    record Trigger(
            String dagRunId,
            @JsonInclude(Include.ALWAYS) @Nullable Instant logicalDate,
            @Nullable Instant runAfter,
            Map<String, Object> conf,
            @Nullable String note)
            implements Body {}

    /// A DAG's switch.
    record Pause(boolean isPaused) implements Body {}

    /// A run's state, set by hand.
    record RunStateSet(String state) implements Body {}

    /// Tasks of a run to be done again.
    record Clear(boolean dryRun, boolean onlyFailed) implements Body {}

    /// A span of the past.
    record BackfillSpan(
            String dagId,
            Instant fromDate,
            Instant toDate,
            Map<String, Object> dagRunConf,
            String reprocessBehavior,
            int maxActiveRuns)
            implements Body {}

    /// A pool.
    record PoolMade(String name, int slots, String description, boolean includeDeferred) implements Body {}
}
