package org.plumbline.airflow.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a run stands, in Airflow's word for it; a word of a later Airflow is kept.
///
/// @param text lower case, such as `running`
public record RunState(@JsonValue String text) {

    /// The words that this client knows.
    public enum Kind {
        QUEUED,
        RUNNING,
        SUCCESS,
        FAILED,
        /// Another; see the text.
        UNKNOWN;

        /// As Airflow writes it.
        public RunState state() {
            return new RunState(name().toLowerCase(Locale.ROOT));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunState {
        text = text.toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return switch (text) {
            case "queued" -> Kind.QUEUED;
            case "running" -> Kind.RUNNING;
            case "success" -> Kind.SUCCESS;
            case "failed" -> Kind.FAILED;
            default -> Kind.UNKNOWN;
        };
    }

    /// Whether the run has ended; an unknown state has not.
    public boolean isEnd() {
        return kind() == Kind.SUCCESS || kind() == Kind.FAILED;
    }
}
