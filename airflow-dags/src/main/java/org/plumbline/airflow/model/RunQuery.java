package org.plumbline.airflow.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runs are listed, and in which order.
///
/// @param dagId one DAG's, or [#EVERY_DAG]
/// @param states any of these; empty is every state
/// @param runType such as `backfill`; null is every type
/// @param runAfterFrom inclusive; null is unbounded
/// @param runAfterTo inclusive; null is unbounded
/// @param runIdPattern part of the id in any case; `%` and `_` stand for any; null is every id
public record RunQuery(
        String dagId,
        List<RunState> states,
        @Nullable String runType,
        @Nullable Instant runAfterFrom,
        @Nullable Instant runAfterTo,
        @Nullable String runIdPattern,
        Order order) {

    /// Airflow's own sign for all DAGs that the caller may see.
    public static final String EVERY_DAG = "~";

    /// Which comes first.
    public enum Order {
        /// By their making: pages do not shift while runs are added.
        OLDEST_FIRST,
        /// By when they were due. Runs added meanwhile move the pages on; none is given twice.
        NEWEST_FIRST
    }

    public RunQuery {
        states = List.copyOf(states);
    }

    /// All runs of a DAG, newest first.
    public static RunQuery of(String dagId) {
        return new RunQuery(dagId, List.of(), null, null, null, null, Order.NEWEST_FIRST);
    }

    public RunQuery withStates(RunState.Kind... given) {
        List<RunState> kinds =
                java.util.Arrays.stream(given).map(RunState.Kind::state).toList();
        return new RunQuery(dagId, kinds, runType, runAfterFrom, runAfterTo, runIdPattern, order);
    }

    public RunQuery withRunType(String given) {
        return new RunQuery(dagId, states, given, runAfterFrom, runAfterTo, runIdPattern, order);
    }

    public RunQuery between(Instant from, Instant to) {
        return new RunQuery(dagId, states, runType, from, to, runIdPattern, order);
    }

    public RunQuery withRunIdPattern(String given) {
        return new RunQuery(dagId, states, runType, runAfterFrom, runAfterTo, given, order);
    }

    public RunQuery oldestFirst() {
        return new RunQuery(dagId, states, runType, runAfterFrom, runAfterTo, runIdPattern, Order.OLDEST_FIRST);
    }
}
