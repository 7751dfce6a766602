package org.plumbline.airflow;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.connection.Exchange;
import org.plumbline.airflow.connection.Timing;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.Refusal.Unavailable;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;

/// One wait for one run's end. For one thread.
final class RunWait {

    private final Runs runs;
    private final Dags dags;
    private final Timing timing;
    private final RunKey key;
    private final Waiting waiting;
    private final long start;
    private @Nullable Run last;
    private long lastAnswer;

    RunWait(Exchange exchange, RunKey key, Waiting waiting) {
        this.runs = new Runs(exchange);
        this.dags = new Dags(exchange);
        this.timing = exchange.timing();
        this.key = key;
        this.waiting = waiting;
        this.start = timing.nanos();
        this.lastAnswer = start;
    }

    Answer<Waited> await() {
        while (true) {
            Answer<Run> answer = runs.one(key);
            Optional<Answer<Waited>> end = switch (answer) {
                case Value<Run>(Run run) -> look(run);
                case Refused<Run>(Unavailable away)
                when !isOver(lastAnswer, waiting.withoutServer()) -> Optional.empty();
                case Refused<Run>(var refusal) -> Optional.of(new Refused<>(refusal));
            };
            if (end.isPresent()) {
                return end.get();
            }
            if (isOver(start, waiting.most())) {
                return late(answer);
            }
            timing.pause(waiting.every());
        }
    }

    private Optional<Answer<Waited>> look(Run run) {
        lastAnswer = timing.nanos();
        if (last == null || !last.state().equals(run.state())) {
            waiting.seen().accept(run);
        }
        last = run;
        if (run.state().isEnd()) {
            return Optional.of(new Value<>(new Waited.Ended(run)));
        }
        boolean isPaused = dags.one(key.dagId()) instanceof Value<Dag>(Dag dag) && dag.isPaused();
        return isPaused ? Optional.of(new Value<>(new Waited.Paused(run))) : Optional.empty();
    }

    private Answer<Waited> late(Answer<Run> answer) {
        Run seen = last;
        return seen == null ? answer.map(Waited.StillGoing::new) : new Value<>(new Waited.StillGoing(seen));
    }

    private boolean isOver(long since, Duration span) {
        return timing.nanos() - since + waiting.every().toNanos() > span.toNanos();
    }
}
