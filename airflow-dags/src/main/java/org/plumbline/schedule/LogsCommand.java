package org.plumbline.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `schedule logs`: what the tasks of a run wrote.
@Command(
        name = "logs",
        description = "Prints what the tasks of a run wrote, in the order in which they began.",
        footer = {"", "Example: plumbline schedule logs by-hand-20261123-041000-x7dq --follow"},
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Mixin
    private final RunName run = new RunName();

    @Option(names = "--task", paramLabel = "TASK", description = "of this task only")
    private @Nullable String task;

    @Option(names = "--try", paramLabel = "N", description = "of this try; default: the last")
    private @Nullable Integer attempt;

    @Option(names = "--follow", description = "go on until the run has ended")
    private boolean follow;

    @Override
    public Integer call() {
        if (attempt != null && attempt < 1) {
            throw new WrongInputException("--try " + attempt + ": expected a number from 1 on");
        }
        return airflow.ask((server, target) -> print(server));
    }

    private int print(Airflow server) {
        Run found = run.resolve(server);
        LogPrinter printer = new LogPrinter(server, airflow.isJson());
        if (follow) {
            return new LogFollower(server, found.key(), printer, this::isWanted).follow();
        }
        List<TaskInstance> wanted = wanted(server, found);
        for (TaskInstance instance : wanted) {
            printer.whole(instance, attempt == null ? instance.tryNumber() : attempt);
        }
        if (airflow.isJson()) {
            System.out.println("{\"lines\":" + printer.lines() + "}");
        } else if (printer.lines() == 0) {
            System.err.println("plumbline: no task of run " + found.runId() + " has written anything yet ("
                    + found.state().text() + ")");
        }
        return Commands.DONE;
    }

    private boolean isWanted(TaskInstance instance) {
        return task == null || instance.taskId().equals(task);
    }

    private List<TaskInstance> wanted(Airflow server, Run found) {
        List<TaskInstance> all = new ArrayList<>();
        try (Stream<TaskInstance> instances = server.tasks().of(found.key()).orElseThrow()) {
            instances.forEach(all::add);
        }
        if (task != null && all.stream().noneMatch(this::isWanted)) {
            List<String> known =
                    all.stream().map(TaskInstance::taskId).distinct().toList();
            throw new WrongInputException("--task " + task + ": run " + found.runId() + " has no such task; it has "
                    + String.join(", ", known));
        }
        return all.stream()
                .filter(this::isWanted)
                .filter(each -> each.tryNumber() > 0)
                .toList();
    }
}
