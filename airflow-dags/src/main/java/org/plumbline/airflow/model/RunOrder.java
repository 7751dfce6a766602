package org.plumbline.airflow.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run to be started. Its id makes it happen once, however often it is ordered.
///
/// @param run the DAG and an id of `[A-Za-z0-9_.~:+-]+`; not beginning with `scheduled__`, `backfill__` or
///     `asset_triggered__`, which are Airflow's own
/// @param conf the DAG's params by name; values that Jackson writes as JSON. Every viewer can read them
/// @param logicalDate null in most orders: then the run stands for no moment, and any number of them fit
/// @param runAfter not before; null is at once
/// @param note shown on the run's page, at most 1,000 characters
public record RunOrder(
        RunKey run,
        Map<String, Object> conf,
        @Nullable Instant logicalDate,
        @Nullable Instant runAfter,
        @Nullable String note) {

    public RunOrder {
        conf = Collections.unmodifiableMap(new LinkedHashMap<>(conf));
    }

    /// A run without params, at once.
    public static RunOrder of(String dagId, String runId) {
        return new RunOrder(new RunKey(dagId, runId), Map.of(), null, null, null);
    }

    public RunOrder withConf(Map<String, Object> given) {
        return new RunOrder(run, given, logicalDate, runAfter, note);
    }

    public RunOrder withLogicalDate(Instant given) {
        return new RunOrder(run, conf, given, runAfter, note);
    }

    public RunOrder withRunAfter(Instant given) {
        return new RunOrder(run, conf, logicalDate, given, note);
    }

    public RunOrder withNote(String given) {
        return new RunOrder(run, conf, logicalDate, runAfter, given);
    }
}
