package org.plumbline.airflow.model;

/// Names one task instance of a run.
///
/// @param mapIndex from 0 where the task is mapped, else [#UNMAPPED]
public record TaskKey(RunKey run, String taskId, int mapIndex) {

    public static final int UNMAPPED = -1;

    /// A task that is not mapped.
    public static TaskKey of(RunKey run, String taskId) {
        return new TaskKey(run, taskId, UNMAPPED);
    }
}
