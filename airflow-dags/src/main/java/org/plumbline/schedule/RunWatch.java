package org.plumbline.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.Waited;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.citations.WrongInputException;

/// Waits for a run's end and tells of its tasks meanwhile. For one thread.
final class RunWatch {

    private static final Duration SLICE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Airflow airflow;
    private final Target target;
    private final RunKey key;
    private final Consumer<String> talk;
    private final Map<String, String> seen = new HashMap<>();
    private final long start = System.nanoTime();
    private long lastWell = start;

    RunWatch(Airflow airflow, Target target, RunKey key, Consumer<String> talk) {
        this.airflow = airflow;
        this.target = target;
        this.key = key;
        this.talk = talk;
    }

    /// The run when it has ended.
    ///
    /// @throws WrongInputException where it will not move: its DAG is paused, there is no scheduler, or Airflow
    ///     has not
    ///     answered for a minute
    Run await() {
        while (true) {
            Answer<Waited> answer =
                    airflow.runs().await(key, Waiting.atMost(SLICE).every(Duration.ofSeconds(1)));
            switch (answer) {
                case Value<Waited>(Waited.Ended(Run run)) -> {
                    tellTasks();
                    return run;
                }
                case Value<Waited>(Waited.Paused(Run _)) -> throw paused(key.dagId(), key.runId());
                case Value<Waited>(Waited.StillGoing(Run _)) -> {
                    tellTasks();
                    requireScheduler();
                }
                case Refused<Waited>(Refusal.Unavailable away) -> requirePatience(Refusals.wrong(away, target));
                case Refused<Waited>(Refusal refusal) -> throw Refusals.wrong(refusal, target);
            }
        }
    }

    static WrongInputException paused(String dagId, String runId) {
        String name = DagName.brief(dagId);
        return new WrongInputException(name + " is paused: run " + runId
                + " waits in its queue until plumbline schedule" + " unpause " + name);
    }

    private void tellTasks() {
        if (!(airflow.tasks().of(key) instanceof Value<java.util.stream.Stream<TaskInstance>>(var instances))) {
            return;
        }
        try (instances) {
            instances.forEach(instance -> {
                String task =
                        instance.mapIndex() < 0 ? instance.taskId() : instance.taskId() + " " + instance.mapIndex();
                String state =
                        instance.state().text() + (instance.tryNumber() > 1 ? ", try " + instance.tryNumber() : "");
                if (!state.equals(seen.put(task, state)) && !state.equals("none")) {
                    talk.accept("%4d s  %s: %s".formatted(seconds(), task, state));
                }
            });
        }
    }

    private void requireScheduler() {
        if (airflow.health() instanceof Value<Health>(Health health)
                && health.scheduler().isHealthy()) {
            lastWell = System.nanoTime();
            return;
        }
        requirePatience(new WrongInputException("no scheduler is at work, so run " + key.runId() + " does not move; "
                + (target.kind() == Target.Kind.LOCAL
                        ? "run plumbline schedule up"
                        : "ask who keeps Airflow at " + target.server())));
    }

    private void requirePatience(WrongInputException wrong) {
        if (System.nanoTime() - lastWell > PATIENCE.toNanos()) {
            throw wrong;
        }
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
