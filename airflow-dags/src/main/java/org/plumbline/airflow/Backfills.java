package org.plumbline.airflow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Backfill;
import org.plumbline.airflow.model.BackfillOrder;
import org.plumbline.airflow.model.BackfillRun;
import org.plumbline.airflow.model.Refusal.Conflict;

/// The past of a DAG, run by order. Its runs are those of type `backfill` ([Runs#list]).
public final class Backfills {

    private final Exchange exchange;

    Backfills(Exchange exchange) {
        this.exchange = exchange;
    }

    /// A conflict where one of the same DAG goes on. Not repeated where an answer is lost: the refusal says so.
    public Answer<Backfill> create(BackfillOrder order) {
        return exchange.ask(Question.of(Operation.BACKFILL_CREATE, body(order)), Backfill.class);
    }

    /// The runs that it would make; makes none.
    public Answer<List<BackfillRun>> dryRun(BackfillOrder order) {
        return exchange.askList(Question.of(Operation.BACKFILL_DRY_RUN, body(order)), BackfillRun.class);
    }

    /// A DAG's, oldest first; pages as in [Runs#list].
    public Answer<Stream<Backfill>> list(String dagId) {
        return exchange.askPages(
                Question.of(Operation.BACKFILLS).with("dag_id", dagId).with("order_by", "id"),
                Backfill.class,
                Backfill::id);
    }

    public Answer<Backfill> one(long id) {
        return exchange.ask(Question.of(Operation.BACKFILL, Long.toString(id)), Backfill.class);
    }

    /// Ends it: runs that wait are failed, runs that go on end by themselves. One that has ended is given as it is.
    public Answer<Backfill> cancel(long id) {
        Answer<Backfill> answer =
                exchange.ask(Question.of(Operation.BACKFILL_CANCEL, Long.toString(id)), Backfill.class);
        boolean mayHaveEnded = answer instanceof Refused<Backfill>(Conflict _);
        return mayHaveEnded && one(id) instanceof Value<Backfill>(Backfill backfill) && backfill.completedAt() != null
                ? new Value<>(backfill)
                : answer;
    }

    private static Body.BackfillSpan body(BackfillOrder order) {
        return new Body.BackfillSpan(
                order.dagId(),
                order.from(),
                order.to(),
                order.conf(),
                order.again().name().toLowerCase(Locale.ROOT),
                order.mostActiveRuns());
    }
}
