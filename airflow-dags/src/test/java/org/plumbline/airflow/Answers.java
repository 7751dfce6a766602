package org.plumbline.airflow;

import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Refusal;

/// Answers that must be refusals.
final class Answers {

    private Answers() {}

    static Refusal refusal(Answer<?> answer) {
        if (answer instanceof Refused<?>(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError("no refusal: " + answer);
    }
}
