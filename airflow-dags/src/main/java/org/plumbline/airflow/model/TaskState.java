package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// Where a task instance stands, in Airflow's word for it; a word of a later Airflow is kept.
///
/// @param text lower case, such as `up_for_retry`
public record TaskState(@JsonValue String text) {

    /// The words that this client knows.
    public enum Kind {
        /// Not looked at by the scheduler yet.
        NONE,
        SCHEDULED,
        QUEUED,
        RUNNING,
        SUCCESS,
        FAILED,
        RESTARTING,
        UP_FOR_RETRY,
        UP_FOR_RESCHEDULE,
        UPSTREAM_FAILED,
        SKIPPED,
        DEFERRED,
        REMOVED,
        AWAITING_INPUT,
        /// Another; see the text.
        UNKNOWN
    }

    /// What Airflow writes as null.
    public static final TaskState NONE = new TaskState("none");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskState {
        text = text.toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    /// Whether this try has ended; an unknown state has not.
    public boolean isEnd() {
        return switch (kind()) {
            case SUCCESS, FAILED, UPSTREAM_FAILED, SKIPPED, REMOVED -> true;
            case NONE,
                    SCHEDULED,
                    QUEUED,
                    RUNNING,
                    RESTARTING,
                    UP_FOR_RETRY,
                    UP_FOR_RESCHEDULE,
                    DEFERRED,
                    AWAITING_INPUT,
                    UNKNOWN -> false;
        };
    }
}
