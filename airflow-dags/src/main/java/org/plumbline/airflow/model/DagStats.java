package org.plumbline.airflow.model;

import java.util.List;
import java.util.Objects;

/// How many runs of a DAG are in each state.
public record DagStats(String dagId, List<Count> stats) {

    /// Runs in one state, from 0.
    public record Count(RunState state, long count) {}

    public DagStats {
        Objects.requireNonNull(dagId, "dag_id");
        stats = stats == null ? List.of() : List.copyOf(stats);
    }

    /// Runs in this state.
    public long count(RunState.Kind kind) {
        return stats.stream()
                .filter(each -> each.state().kind() == kind)
                .mapToLong(Count::count)
                .sum();
    }
}
