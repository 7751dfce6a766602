package org.plumbline.airflow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.airflow.connection.Body;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.connection.Timing;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagDetails;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.DagStats;
import org.plumbline.airflow.model.ImportError;
import org.plumbline.airflow.model.Refusal.NotFound;
import org.plumbline.airflow.model.Refusal.Unavailable;

/// The DAGs of an Airflow.
public final class Dags {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Exchange exchange;

    Dags(Exchange exchange) {
        this.exchange = exchange;
    }

    /// By id. Read page by page while the stream is: a page that is refused throws
    /// [org.plumbline.airflow.model.RefusedException].
    public Answer<Stream<Dag>> list(DagQuery query) {
        Question question = Question.of(Operation.DAGS)
                .with("order_by", "dag_id")
                .with("dag_id_pattern", query.dagIdPattern())
                .with("tags", query.tag());
        return exchange.askPages(question, Dag.class, Dag::dagId);
    }

    public Answer<Dag> one(String dagId) {
        return exchange.ask(Question.of(Operation.DAG, dagId), Dag.class);
    }

    /// With documentation and params.
    public Answer<DagDetails> details(String dagId) {
        return exchange.ask(Question.of(Operation.DAG_DETAILS, dagId), DagDetails.class);
    }

    /// Its schedule rests, and runs of it wait. The DAG as it is then.
    public Answer<Dag> pause(String dagId) {
        return set(dagId, new Body.Pause(true));
    }

    /// The DAG as it is then.
    public Answer<Dag> unpause(String dagId) {
        return set(dagId, new Body.Pause(false));
    }

    /// Files that could not be read, oldest first; pages as in [#list].
    public Answer<Stream<ImportError>> importErrors() {
        return exchange.askPages(
                Question.of(Operation.IMPORT_ERRORS).with("order_by", "id"), ImportError.class, ImportError::id);
    }

    /// How many runs each of these DAGs has in which state; a DAG that is not there is left out.
    public Answer<List<DagStats>> stats(Collection<String> dagIds) {
        Question question = Question.of(Operation.DAG_STATS);
        for (String dagId : dagIds) {
            question = question.with("dag_ids", dagId);
        }
        return exchange.askList(question, DagStats.class);
    }

    /// Waits until Airflow has read the DAG's file, through a server that is away too; then the last refusal.
    public Answer<Dag> awaitParsed(String dagId, Duration most) {
        Timing timing = exchange.timing();
        long start = timing.nanos();
        while (true) {
            Answer<Dag> answer = one(dagId);
            boolean mayCome =
                    answer instanceof Refused<Dag>(NotFound _) || answer instanceof Refused<Dag>(Unavailable _);
            if (!mayCome || timing.nanos() - start + BETWEEN_LOOKS.toNanos() > most.toNanos()) {
                return answer;
            }
            timing.pause(BETWEEN_LOOKS);
        }
    }

    private Answer<Dag> set(String dagId, Body.Pause pause) {
        return exchange.ask(Question.of(Operation.DAG_PAUSE, pause, dagId).with("update_mask", "is_paused"), Dag.class);
    }
}
