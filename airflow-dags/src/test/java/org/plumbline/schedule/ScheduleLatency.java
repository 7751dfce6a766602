package org.plumbline.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunKey;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.Waiting;
import org.plumbline.schedule.local.Credentials;
import org.plumbline.schedule.local.Readiness;

/// How long a local Airflow of a home lets a run wait: from the call to the task's start, and sixty runs from the
/// first call to the last end. Its DAGs are those of the tests.
final class ScheduleLatency {

    private static final String DAG = "plumbline_appending";
    private static final int STARTS = 10;
    private static final int RUNS = 60;

    private ScheduleLatency() {}

    /// Prints a line for each measurement.
    ///
    /// @param arguments the home, and a word that makes the runs' ids new
    public static void main(String[] arguments) {
        Credentials credentials = Credentials.find(Path.of(arguments[0])).orElseThrow();
        try (Airflow airflow = Airflow.at(Readiness.server(credentials))) {
            starts(airflow, arguments[1]);
            many(airflow, arguments[1]);
        }
    }

    private static void starts(Airflow airflow, String word) {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            Instant asked = Instant.now();
            RunKey run = trigger(airflow, word + "-start-" + i);
            await(airflow, run);
            seconds[i] = Duration.between(asked, firstStart(airflow, run)).toMillis() / 1000.0;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "trigger to the first task's start: median %.2f s, %.2f to %.2f (n %d)%n",
                (seconds[STARTS / 2 - 1] + seconds[STARTS / 2]) / 2,
                seconds[0],
                seconds[STARTS - 1],
                STARTS);
    }

    private static void many(Airflow airflow, String word) {
        Instant began = Instant.now();
        List<RunKey> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(trigger(airflow, word + "-many-" + i));
        }
        double submitted = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        runs.forEach(run -> await(airflow, run));
        System.out.printf(
                Locale.ROOT,
                "%d runs of two tasks: triggered in %.1f s, all ended after %.1f s%n",
                RUNS,
                submitted,
                Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    private static RunKey trigger(Airflow airflow, String id) {
        Run run = airflow.runs()
                .trigger(RunOrder.of(DAG, id).withConf(Map.of("seconds", 0)))
                .orElseThrow()
                .run();
        return run.key();
    }

    private static void await(Airflow airflow, RunKey run) {
        Object _ = airflow.runs()
                .await(run, Waiting.atMost(Duration.ofMinutes(5)).every(Duration.ofMillis(200)))
                .orElseThrow();
    }

    private static Instant firstStart(Airflow airflow, RunKey run) {
        try (Stream<TaskInstance> tasks = airflow.tasks().of(run).orElseThrow()) {
            return tasks.map(task -> Objects.requireNonNull(task.startDate()))
                    .min(Instant::compareTo)
                    .orElseThrow();
        }
    }
}
