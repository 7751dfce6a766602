package org.plumbline.schedule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.LogPosition;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.citations.command.Commands;

/// Prints what a run's tasks write until the run has ended. For one thread.
final class LogFollower {

    private static final long LOOK_MILLIS = 1000;

    private final Airflow airflow;
    private final RunKey key;
    private final LogPrinter printer;
    private final Predicate<TaskInstance> wanted;
    private final Map<String, LogPosition> positions = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    LogFollower(Airflow airflow, RunKey key, LogPrinter printer, Predicate<TaskInstance> wanted) {
        this.airflow = airflow;
        this.key = key;
        this.printer = printer;
        this.wanted = wanted;
    }

    /// 0 where the run succeeded, 1 where it failed.
    int follow() {
        while (true) {
            Run run = airflow.runs().one(key).orElseThrow();
            tasks().forEach(this::printNew);
            if (run.state().isEnd()) {
                System.err.println("run " + run.runId() + ": " + run.state().text());
                return run.state().kind() == RunState.Kind.SUCCESS ? Commands.DONE : Commands.FOUND;
            }
            if (airflow.dags().one(key.dagId()).orElseThrow().isPaused()) {
                throw RunWatch.paused(key.dagId(), key.runId());
            }
            pause();
        }
    }

    private List<TaskInstance> tasks() {
        try (Stream<TaskInstance> instances = airflow.tasks().of(key).orElseThrow()) {
            return instances.filter(wanted).filter(task -> task.tryNumber() > 0).toList();
        }
    }

    /// Tries before the last are read to their end too, if they were begun here.
    private void printNew(TaskInstance task) {
        String place = task.taskId() + " " + task.mapIndex() + " " + task.tryNumber();
        if (ended.contains(place)) {
            return;
        }
        boolean isLast = task.state().isEnd();
        LogPosition position = printer.from(positions.getOrDefault(place, LogPosition.START), task, task.tryNumber());
        positions.put(place, position);
        if (position.isEnd() && isLast) {
            ended.add(place);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a log was followed", e);
        }
    }
}
