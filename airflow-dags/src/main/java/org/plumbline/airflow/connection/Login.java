package org.plumbline.airflow.connection;

/// Who asks.
public sealed interface Login {

    /// A user of Airflow's own, for whom the client gets tokens and renews them.
    record Password(String user, Secret password) implements Login {}

    /// A token made elsewhere, as managed Airflows want it; looked up again when it is not accepted.
    record Bearer(Secret token) implements Login {}
}
