package org.plumbline.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Answer;
import org.plumbline.airflow.model.Answer.Refused;
import org.plumbline.airflow.model.Answer.Value;
import org.plumbline.airflow.model.Dag;
import org.plumbline.airflow.model.DagQuery;
import org.plumbline.airflow.model.DagStats;
import org.plumbline.airflow.model.Health;
import org.plumbline.airflow.model.ImportError;
import org.plumbline.airflow.model.Refusal;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.schedule.local.Part;

/// Asks an Airflow how it and its DAGs do, and says what is wrong. For one thread.
final class StatusReader {

    private final Airflow airflow;
    private final Target target;
    private final Clock clock;
    private final List<String> problems = new ArrayList<>();

    StatusReader(Airflow airflow, Target target, Clock clock) {
        this.airflow = airflow;
        this.target = target;
        this.clock = clock;
    }

    Status read() {
        Map<Part, Long> living = target.living();
        dead(living);
        return switch (airflow.health()) {
            case Refused<Health>(Refusal refusal) -> away(refusal, living);
            case Value<Health>(Health health) -> present(health, living);
        };
    }

    private Status away(Refusal refusal, Map<Part, Long> living) {
        if (problems.isEmpty()) {
            problems.add(Refusals.wrong(refusal, target).getMessage());
        }
        return status(null, Map.of(), living, List.of(), List.of());
    }

    private Status present(Health health, Map<Part, Long> living) {
        Map<String, String> parts = new LinkedHashMap<>();
        part(parts, "database", health.metadatabase());
        part(parts, "scheduler", health.scheduler());
        part(parts, "dag-processor", health.dagProcessor());
        part(parts, "triggerer", health.triggerer());
        List<Status.Broken> broken = broken();
        List<Dag> dags = dags();
        Map<String, DagStats> stats =
                airflow.dags().stats(dags.stream().map(Dag::dagId).toList()).orElseThrow().stream()
                        .collect(Collectors.toMap(DagStats::dagId, Function.identity()));
        List<Status.DagLine> lines =
                dags.stream().map(dag -> line(dag, stats.get(dag.dagId()))).toList();
        target.targets().keySet().stream()
                .filter(id -> dags.stream().noneMatch(dag -> dag.dagId().equals(id)))
                .forEach(id -> problems.add("UNKNOWN  " + DagName.brief(id)
                        + ": has a target in plumbline.yaml, and Airflow knows no such DAG"));
        String version = airflow.version().map(found -> found.version()).orElseThrow();
        return status(version, parts, living, lines, broken);
    }

    private Status status(
            @Nullable String version,
            Map<String, String> parts,
            Map<Part, Long> living,
            List<Status.DagLine> dags,
            List<Status.Broken> broken) {
        Map<String, Long> processes = new LinkedHashMap<>();
        living.forEach((part, pid) -> processes.put(part.command(), pid));
        return new Status(
                target.server().url().toString(),
                clock.instant().toString(),
                problems.isEmpty(),
                version != null,
                version,
                List.copyOf(problems),
                parts,
                processes,
                dags,
                broken);
    }

    private void dead(Map<Part, Long> living) {
        if (target.kind() == Target.Kind.LOCAL && living.isEmpty()) {
            problems.add("DOWN     the Airflow of this home does not run; start it with plumbline schedule up");
        } else if (target.kind() == Target.Kind.LOCAL) {
            Stream.of(Part.values())
                    .filter(part -> !living.containsKey(part))
                    .forEach(part -> problems.add(
                            "DOWN     the " + part.command() + " does not run; start it with plumbline schedule up"));
        }
    }

    private void part(Map<String, String> parts, String name, Health.Part part) {
        String status = Optional.ofNullable(part.status()).orElse("never seen");
        parts.put(name, status);
        boolean isSaid = problems.stream().anyMatch(problem -> problem.contains("the " + name + " "));
        if (!part.isHealthy() && !isSaid) {
            problems.add("UNWELL   the " + name + " is " + status + "; last sign of life "
                    + new Times(clock).words(part.latestHeartbeat()));
        }
    }

    private List<Status.Broken> broken() {
        List<Status.Broken> broken = new ArrayList<>();
        try (Stream<ImportError> errors = airflow.dags().importErrors().orElseThrow()) {
            errors.forEach(error -> {
                String file = Optional.ofNullable(error.filename()).orElse("a file");
                String last = Optional.ofNullable(error.stackTrace())
                        .flatMap(trace -> trace.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .reduce((_, later) -> later))
                        .orElse("");
                broken.add(new Status.Broken(file, last));
                problems.add("BROKEN   " + file + " cannot be read: " + last);
            });
        }
        return broken;
    }

    /// Of an Airflow that others use too, only ours.
    private List<Dag> dags() {
        try (Stream<Dag> all = airflow.dags().list(DagQuery.all()).orElseThrow()) {
            return all.filter(dag -> target.kind() == Target.Kind.LOCAL
                            || DagName.full(dag.dagId()).equals(dag.dagId()))
                    .toList();
        }
    }

    private Status.DagLine line(Dag dag, @Nullable DagStats stats) {
        String id = dag.dagId();
        Optional<Run> last = newest(RunQuery.of(id));
        Optional<Instant> success = newest(RunQuery.of(id).withStates(RunState.Kind.SUCCESS))
                .flatMap(run -> Optional.ofNullable(run.endDate()));
        Optional<Long> age =
                success.map(ended -> Duration.between(ended, clock.instant()).toSeconds());
        Duration allowed = target.targets().get(id);
        boolean late = allowed != null && age.orElse(Long.MAX_VALUE) > allowed.toSeconds();
        judge(dag, last, success, late, allowed);
        return new Status.DagLine(
                id,
                dag.isPaused(),
                dag.timetableSummary(),
                count(stats, RunState.Kind.RUNNING),
                count(stats, RunState.Kind.QUEUED),
                last.map(StatusReader::lastRun).orElse(null),
                success.map(Instant::toString).orElse(null),
                age.orElse(null),
                allowed == null ? null : Times.iso(allowed),
                late,
                dag.isPaused() ? null : RunPage.text(dag.nextRunAfter()));
    }

    private void judge(
            Dag dag, Optional<Run> last, Optional<Instant> success, boolean late, @Nullable Duration allowed) {
        String name = DagName.brief(dag.dagId());
        Times times = new Times(clock);
        last.filter(run -> run.state().kind() == RunState.Kind.FAILED)
                .ifPresent(run -> problems.add("FAILED   " + name + ": its last run failed "
                        + times.words(run.endDate()) + "; see plumbline schedule logs " + run.runId()));
        if (dag.isPaused() && allowed != null) {
            problems.add("PAUSED   " + name + ": has a target (" + Times.iso(allowed)
                    + ") and is paused; plumbline schedule unpause " + name);
        }
        if (late && allowed != null) {
            problems.add((success.isPresent()
                            ? "LATE     " + name + ": last success " + times.words(success.get())
                            : "NEVER    " + name + ": no run has succeeded yet")
                    + ", target " + Times.iso(allowed));
        }
        if (dag.isStale()) {
            problems.add("STALE    " + name + ": its file was not read for long, or is gone");
        }
    }

    private Optional<Run> newest(RunQuery query) {
        Answer<Stream<Run>> runs = airflow.runs().list(query);
        try (Stream<Run> newest = runs.orElseThrow()) {
            return newest.findFirst();
        }
    }

    private static long count(@Nullable DagStats stats, RunState.Kind kind) {
        return stats == null ? 0 : stats.count(kind);
    }

    private static Status.LastRun lastRun(Run run) {
        return new Status.LastRun(
                run.runId(),
                run.state().text().toLowerCase(Locale.ROOT),
                RunPage.text(run.startDate()),
                RunPage.text(run.endDate()));
    }
}
