package org.plumbline.airflow.connection;

import java.time.Duration;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.Unauthorised;

/// What one try of a question came to.
sealed interface Outcome<T> {

    /// An answer that another try would not better.
    record Told<T>(Answer<T> answer) implements Outcome<T> {}

    /// The server did not look at the question, as it does not accept the token.
    record TokenRejected<T>(String said) implements Outcome<T> {}

    /// Another try may be answered.
    ///
    /// @param atLeast what the server asks to wait; zero where it does not
    /// @param effect what this try may have changed
    record Again<T>(String said, Duration atLeast, Effect effect) implements Outcome<T> {}

    static <T> Answer<T> unauthorised(String said) {
        return new Refused<>(new Unauthorised(said));
    }
}
