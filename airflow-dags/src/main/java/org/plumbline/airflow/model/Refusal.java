package org.plumbline.airflow.model;

import java.util.List;

/// Why Airflow did not do what it was asked, in its own words where it said some: one line, at most 2,000 characters,
/// never a password or a token.
public sealed interface Refusal {

    /// The server's words, or the client's where no server spoke.
    String said();

    /// It does not accept who asks: wrong password, or a token that stays unaccepted after a new login.
    record Unauthorised(String said) implements Refusal {}

    /// It knows who asks, and the role is too low.
    record Forbidden(String said) implements Refusal {}

    /// There is no such thing: a DAG that is not parsed yet, a run, a task, a key.
    record NotFound(String said) implements Refusal {}

    /// Something is in the way: a backfill of the same DAG, a run of the same logical date, a run that has ended.
    record Conflict(String said) implements Refusal {}

    /// What was asked is wrong: a parameter against its schema, an unknown field, a DAG with an import error.
    ///
    /// @param reasons by field, as far as the server names fields; may be empty
    record Invalid(String said, List<Reason> reasons) implements Refusal {
        public Invalid {
            reasons = List.copyOf(reasons);
        }

        /// What is wrong with one field, named with dots as in `body.logical_date`.
        public record Reason(String field, String what) {}
    }

    /// No usable answer came, after as many tries as are safe: no connection, a timeout, a failing server, an answer
    /// that is too large or is not Airflow's.
    record Unavailable(String said, Effect effect) implements Refusal {}

    /// What an unanswered question has changed.
    enum Effect {
        /// Nothing: ask again whenever you like.
        NOTHING_DONE,
        /// Perhaps all of it: look before you ask again.
        PERHAPS_DONE
    }
}
