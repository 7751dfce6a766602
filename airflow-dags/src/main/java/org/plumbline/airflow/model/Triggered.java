package org.plumbline.airflow.model;

/// The run that an order stands for, and how it came to be.
public record Triggered(Run run, How how) {

    /// Which order made the run.
    public enum How {
        /// This one.
        NEW,
        /// One before, of the same run id; or this one, where its first answer was lost. Compare [Run#conf] where two
        /// orders of one id may differ.
        FOUND
    }
}
