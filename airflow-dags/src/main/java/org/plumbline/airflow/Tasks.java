package org.plumbline.airflow;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Operation;
import org.plumbline.airflow.connection.Question;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.LogLine;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.TaskKey;
import org.plumbline.airflow.model.Xcom;

/// The tasks of runs: where they stand, what they wrote, what they left.
public final class Tasks {

    private final Exchange exchange;

    Tasks(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The task instances of a run, in the order in which they were made; pages as in [Runs#list].
    public Answer<Stream<TaskInstance>> of(RunKey run) {
        return exchange.askPages(
                Question.of(Operation.TASKS, run.dagId(), run.runId()).with("order_by", "id"),
                TaskInstance.class,
                TaskInstance::key);
    }

    /// What a task left under a key.
    public Answer<Xcom> xcom(TaskKey task, String key) {
        Question question = Question.of(
                        Operation.XCOM, task.run().dagId(), task.run().runId(), task.taskId(), key)
                .with("map_index", task.mapIndex())
                .with("deserialize", false)
                .with("stringify", false);
        return exchange.ask(question, Xcom.class);
    }

    /// The log of one try as it stands, from its first line to its last, each given on as it comes (NDJSON): memory
    /// does not grow with it. Where the connection breaks it is read again and goes on behind the last line given.
    ///
    /// @param tryNumber from 1
    /// @return how many lines were given
    public Answer<Long> wholeLog(TaskKey task, int tryNumber, Consumer<LogLine> lines) {
        return new LogReading(exchange, task, tryNumber, lines).whole();
    }

    /// What came to the log of one try since it was last read (JSON with Airflow's continuation token), each line
    /// given on as it comes. Begin at [LogPosition#START]; ask again at the returned position until it is the end.
    ///
    /// @param tryNumber from 1
    public Answer<LogPosition> logFrom(LogPosition from, TaskKey task, int tryNumber, Consumer<LogLine> lines) {
        return new LogReading(exchange, task, tryNumber, lines).from(from);
    }
}
