package org.plumbline.schedule.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a person asks of the local Airflow of a home; what is null stays as it was chosen before, or takes the
/// default.
///
/// @param port 1 to 65535; default: a free one
/// @param database `postgresql://user@host:5432/name` without password, or `sqlite`, the default
/// @param databasePasswordFile where the database's password stands; default: the environment
/// @param environment the folder of the virtual environment; default: the one that homes share
/// @param dags the folder of the DAG files; default: the program's own
/// @param firstState of DAGs that this Airflow sees for the first time; default: running
public record Wishes(
        @Nullable Integer port,
        @Nullable String database,
        @Nullable Path databasePasswordFile,
        @Nullable Path environment,
        @Nullable Path dags,
        @Nullable FirstState firstState) {

    /// Whether a new DAG runs as soon as it is there.
    public enum FirstState {
        RUNNING,
        PAUSED
    }

    /// Nothing in particular.
    public static Wishes none() {
        return new Wishes(null, null, null, null, null, null);
    }
}
