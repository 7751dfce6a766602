package org.plumbline.airflow.model;

/// Which tasks of a run are done again.
public enum Clearing {
    /// Those that failed, and what waits behind them. None where the run was cancelled before a task began: it stays
    /// ended.
    FAILED_TASKS,
    ALL_TASKS
}
