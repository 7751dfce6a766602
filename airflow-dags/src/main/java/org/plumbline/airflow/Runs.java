package org.plumbline.airflow;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.Refusal.Conflict;
import org.plumbline.airflow.model.Refusal.Invalid;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.Triggered;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;

/// The runs of an Airflow's DAGs.
public final class Runs {

    private final Exchange exchange;

    Runs(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Starts a run, once by its id: ordered again, by anybody, it is the same run. Where an answer is lost, the run is
    /// looked for before it is ordered again.
    ///
    /// A paused DAG takes the order and leaves the run waiting; [#await] says so. A DAG whose file broke
    /// is [Invalid]; where it broke, [Dags#importErrors] says.
    public Answer<Triggered> trigger(RunOrder order) {
        Body.Trigger body = new Body.Trigger(
                order.run().runId(), order.logicalDate(), order.runAfter(), order.conf(), order.note());
        Question create = Question.of(Operation.TRIGGER, body, order.run().dagId());
        Answer<Triggered> answer = new Once<>(exchange, () -> exchange.ask(create, Run.class), () -> one(order.run()))
                .make()
                .map(made -> new Triggered(made.thing(), made.how()));
        return answer instanceof Refused<Triggered>(NotFound none) ? whyNotFound(order, none) : answer;
    }

    /// Airflow answers for a DAG whose file broke as if there were none, once it has noticed.
    private Answer<Triggered> whyNotFound(RunOrder order, NotFound none) {
        boolean isBroken =
                new Dags(exchange).one(order.run().dagId()) instanceof Value<Dag>(Dag dag) && dag.hasImportErrors();
        return new Refused<>(isBroken ? new Invalid(none.said() + "; its file has import errors", List.of()) : none);
    }

    public Answer<Run> one(RunKey key) {
        return exchange.ask(Question.of(Operation.RUN, key.dagId(), key.runId()), Run.class);
    }

    /// Read page by page while the stream is: a page that is refused throws
    /// [org.plumbline.airflow.model.RefusedException].
    public Answer<Stream<Run>> list(RunQuery query) {
        Question question = Question.of(Operation.RUNS, query.dagId())
                .with("order_by", order(query))
                .with("run_type", query.runType())
                .with("run_after_gte", query.runAfterFrom())
                .with("run_after_lte", query.runAfterTo())
                .with("run_id_pattern", query.runIdPattern());
        for (RunState state : query.states()) {
            question = question.with("state", state.text());
        }
        return exchange.askPages(question, Run.class, Run::key);
    }

    /// Ends a run that has not ended: its tasks are killed, its state is `failed` (Airflow has no other word). A
    /// conflict where it has ended by itself.
    public Answer<Run> cancel(RunKey key) {
        return one(key).then(run -> run.state().isEnd() ? ended(run) : fail(key));
    }

    /// Does tasks of a run again. Not repeated where an answer is lost: the refusal says so.
    public Answer<Run> clear(RunKey key, Clearing which) {
        Body.Clear body = new Body.Clear(false, which == Clearing.FAILED_TASKS);
        return exchange.ask(Question.of(Operation.RUN_CLEAR, body, key.dagId(), key.runId()), Run.class);
    }

    /// Waits for a run's end, through a server that is away for a while.
    public Answer<Waited> await(RunKey key, Waiting waiting) {
        return new RunWait(exchange, key, waiting).await();
    }

    private Answer<Run> fail(RunKey key) {
        Body.RunStateSet body =
                new Body.RunStateSet(RunState.Kind.FAILED.state().text());
        return exchange.ask(
                Question.of(Operation.RUN_CANCEL, body, key.dagId(), key.runId())
                        .with("update_mask", "state"),
                Run.class);
    }

    private static Answer<Run> ended(Run run) {
        return new Refused<>(new Conflict("run " + run.runId() + " of " + run.dagId() + " has ended: "
                + run.state().text()));
    }

    private static String order(RunQuery query) {
        return switch (query.order()) {
            case OLDEST_FIRST -> "id";
            case NEWEST_FIRST -> "-run_after";
        };
    }
}
