package org.plumbline.airflow.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A span of a DAG's past to be run; the DAG must have a schedule by time.
///
/// @param from inclusive
/// @param to inclusive
/// @param conf the DAG's params by name, for each of the runs
/// @param mostActiveRuns at once, from 1; apart from the DAG's own bound
public record BackfillOrder(
        String dagId, Instant from, Instant to, Map<String, Object> conf, Again again, int mostActiveRuns) {

    /// What happens to moments that have a run already.
    public enum Again {
        /// They are left alone.
        NONE,
        FAILED,
        /// Those that failed and those that succeeded.
        COMPLETED
    }

    public BackfillOrder {
        conf = Collections.unmodifiableMap(new LinkedHashMap<>(conf));
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a backfill goes from the earlier to the later moment");
        }
        if (mostActiveRuns < 1) {
            throw new IllegalArgumentException("a backfill needs at least one active run");
        }
    }

    /// One run at a time, leaving alone what was run.
    public static BackfillOrder of(String dagId, Instant from, Instant to) {
        return new BackfillOrder(dagId, from, to, Map.of(), Again.NONE, 1);
    }

    public BackfillOrder withConf(Map<String, Object> given) {
        return new BackfillOrder(dagId, from, to, given, again, mostActiveRuns);
    }

    public BackfillOrder withAgain(Again given) {
        return new BackfillOrder(dagId, from, to, conf, given, mostActiveRuns);
    }

    public BackfillOrder withMostActiveRuns(int given) {
        return new BackfillOrder(dagId, from, to, conf, again, given);
    }
}
