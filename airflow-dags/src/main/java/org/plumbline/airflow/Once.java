package org.plumbline.airflow;

import java.time.Duration;
import java.util.function.Supplier;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Refusal.Conflict;
import org.plumbline.airflow.model.Refusal.Effect;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.airflow.model.Refusal.Unavailable;
import org.plumbline.airflow.model.Triggered.How;

/// Makes something that has a name of its own, once: what is there already is taken, and after an answer that was lost
/// it is looked for before it is made again.
///
/// @param create makes it; a conflict where it is there
/// @param look finds it
record Once<T>(Exchange exchange, Supplier<Answer<T>> create, Supplier<Answer<T>> look) {

    private static final Duration BEFORE_ANOTHER = Duration.ofMillis(500);

    /// The thing, and whether this order made it.
    record Made<T>(T thing, How how) {}

    Answer<Made<T>> make() {
        long start = exchange.timing().nanos();
        for (int attempt = 1; ; attempt++) {
            Answer<T> created = create.get();
            if (created instanceof Value<T>(T thing)) {
                return new Value<>(new Made<>(thing, How.NEW));
            }
            Answer<T> known = isInDoubt(created) ? look.get() : created;
            if (known instanceof Value<T>(T thing)) {
                return new Value<>(new Made<>(thing, How.FOUND));
            }
            boolean isLate = exchange.timing().nanos() - start
                    > exchange.bounds().whole().toNanos();
            if (!isLost(created, known)
                    || isLate
                    || attempt == exchange.bounds().attempts()) {
                return refused(created, known);
            }
            exchange.timing().pause(BEFORE_ANOTHER);
        }
    }

    private static boolean isInDoubt(Answer<?> created) {
        return created instanceof Refused<?>(Conflict _) || isUnanswered(created);
    }

    private static boolean isUnanswered(Answer<?> created) {
        return created instanceof Refused<?>(Unavailable(String _, Effect effect)) && effect == Effect.PERHAPS_DONE;
    }

    private static boolean isLost(Answer<?> created, Answer<?> known) {
        return isUnanswered(created) && known instanceof Refused<?>(NotFound _);
    }

    /// Where it was not found, why it was not made; else why it cannot be looked for, still in doubt.
    private static <T> Answer<Made<T>> refused(Answer<T> created, Answer<T> known) {
        boolean isUnseen = known instanceof Refused<T>(NotFound _) || known instanceof Refused<T>(Unavailable _);
        return (isUnseen ? created : known).map(thing -> new Made<>(thing, How.NEW));
    }
}
