package org.plumbline.schedule.local;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// The processes of an Airflow, in the order in which they start.
public enum Part {
    /// Answers the REST interface and serves the pages; tasks tell it what becomes of them.
    API_SERVER("api-server"),
    /// Reads the DAG files.
    DAG_PROCESSOR("dag-processor"),
    /// Waits for what deferred tasks wait for.
    TRIGGERER("triggerer"),
    /// Decides what runs, and runs it: last, since its tasks need the API server at once.
    SCHEDULER("scheduler");

    private final String command;

    Part(String command) {
        this.command = command;
    }

    /// Its name in Airflow's command line, such as `api-server`.
    @JsonValue
    public String command() {
        return command;
    }

    /// Its options: what serves logs would listen on all interfaces, and reading them needs no such server here.
    List<String> options() {
        return switch (this) {
            case SCHEDULER, TRIGGERER -> List.of("--skip-serve-logs");
            case API_SERVER, DAG_PROCESSOR -> List.of();
        };
    }
}
