package org.plumbline.airflow.model;

/// What came of waiting for a run.
public sealed interface Waited {

    /// The run as last seen.
    Run run();

    /// It has ended: see its state.
    record Ended(Run run) implements Waited {}

    /// It will not move: its DAG is paused. Unpause it, or cancel the run.
    record Paused(Run run) implements Waited {}

    /// It goes on, and the time is over.
    record StillGoing(Run run) implements Waited {}
}
