package org.plumbline.schedule;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.command.Ages;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.TextTable;

/// How an Airflow and its DAGs do, for a person at a terminal: whether all is well first.
final class StatusPage {

    /// Airflow's word for the schedule of a DAG that follows others.
    private static final String BY_ASSET = "Asset";

    private StatusPage() {}

    static String of(Status status, Times times) {
        StringBuilder page = new StringBuilder(first(status));
        status.problems().forEach(problem -> page.append('\n').append(Printable.line(problem)));
        if (!status.reachable()) {
            return page.toString();
        }
        page.append("\n\n").append(table(status, times)).append("\n\n");
        page.append(status.parts().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", ")));
        return page.toString();
    }

    private static String first(Status status) {
        int problems = status.problems().size();
        String what = status.reachable()
                ? "Airflow " + status.version() + " at " + status.url() + ", "
                        + status.dags().size()
                        + (status.dags().size() == 1 ? " DAG" : " DAGs")
                : "Airflow at " + status.url();
        return status.healthy()
                ? "All is well: " + what
                : "NOT WELL: " + problems + (problems == 1 ? " problem; " : " problems; ") + what;
    }

    private static String table(Status status, Times times) {
        TextTable table = new TextTable("dag", "last run", "started", "last success", "target", "next run");
        for (Status.DagLine dag : status.dags()) {
            Status.LastRun last = dag.lastRun();
            Long age = dag.ageSeconds();
            String target = dag.target();
            table.add(
                    DagName.brief(dag.dag()),
                    last == null ? Times.NONE : last.state() + waiting(dag),
                    last == null ? Times.NONE : times.words(moment(last.started())),
                    age == null ? "never" : Ages.words(age) + " ago",
                    target == null ? Times.NONE : target,
                    next(dag, times));
        }
        return table.toString();
    }

    private static String waiting(Status.DagLine dag) {
        return dag.queued() == 0 ? "" : ", " + dag.queued() + " queued";
    }

    private static String next(Status.DagLine dag, Times times) {
        if (dag.paused()) {
            return "paused";
        }
        String schedule = dag.schedule();
        if (dag.nextRun() != null) {
            return times.words(moment(dag.nextRun()));
        }
        if (schedule == null) {
            return "by hand";
        }
        return schedule.equals(BY_ASSET) ? "when what it waits for is new" : schedule;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
