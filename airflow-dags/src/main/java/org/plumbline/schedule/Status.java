package org.plumbline.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an Airflow and its DAGs do, as `schedule status --json` prints it: times in UTC, ISO 8601.
///
/// @param healthy whether there is no problem
/// @param reachable whether Airflow answered; what it would have said is left out where not
/// @param problems each in one line that says what to do
/// @param parts by name, `healthy` or what else
/// @param processes by part, those of the home's own Airflow; empty where another is named
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
        String url,
        String asOf,
        boolean healthy,
        boolean reachable,
        @Nullable String version,
        List<String> problems,
        Map<String, String> parts,
        Map<String, Long> processes,
        List<DagLine> dags,
        List<Broken> importErrors) {

    /// A file that cannot be read.
    ///
    /// @param error the last line of Python's trace
    record Broken(String file, String error) {}

    /// One DAG.
    ///
    /// @param schedule such as a cron expression; null where it runs by hand only
    /// @param lastRun the newest that has begun
    /// @param lastSuccess when the newest success ended
    /// @param ageSeconds since then
    /// @param target how old that may be, ISO 8601; null: it is never late
    /// @param nextRun when the next is due; null where no time is set for it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DagLine(
            String dag,
            boolean paused,
            @Nullable String schedule,
            long running,
            long queued,
            @Nullable LastRun lastRun,
            @Nullable String lastSuccess,
            @Nullable Long ageSeconds,
            @Nullable String target,
            boolean late,
            @Nullable String nextRun) {}

    /// The newest run of a DAG.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastRun(
            String run,
            String state,
            @Nullable String started,
            @Nullable String ended) {}
}
