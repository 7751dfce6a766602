package org.plumbline.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Clearing;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunState;
import org.plumbline.airflow.model.TaskInstance;
import org.plumbline.airflow.model.TaskState;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `schedule retry`: does the failed tasks of a run again.
@Command(
        name = "retry",
        description = "Does the tasks of a run again that failed, and what waits behind them.",
        footer = {"", "Example: plumbline schedule retry by-hand-20261123-041000-x7dq"},
        mixinStandardHelpOptions = true)
final class RetryCommand implements Callable<Integer> {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Mixin
    private final RunName run = new RunName();

    @Option(names = "--all", description = "all tasks, those that succeeded too")
    private boolean all;

    @Override
    public Integer call() {
        return airflow.ask((server, _) -> retry(server));
    }

    private int retry(Airflow server) {
        Run before = run.resolve(server);
        String what = "run " + before.runId() + " of " + DagName.brief(before.dagId());
        if (!before.state().isEnd()) {
            throw new WrongInputException(
                    what + " has not ended (" + before.state().text() + "); wait for its end, or cancel it first");
        }
        if (!all && before.state().kind() != RunState.Kind.FAILED) {
            throw new WrongInputException(what + " has no failed task; with --all every task is done again");
        }
        Run cleared = clear(server, before);
        if (cleared.state().isEnd()) {
            throw new WrongInputException(what + " has no failed task; with --all every task is done again");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dag", cleared.dagId());
        json.put("run", cleared.runId());
        json.put("state", cleared.state().text());
        airflow.print(
                json,
                what + " goes on (" + cleared.state().text() + "); follow it with plumbline schedule logs "
                        + cleared.runId() + " --follow");
        return Commands.DONE;
    }

    /// A run that was cancelled before any of its tasks ended has none that failed, and is done from its start.
    private Run clear(Airflow server, Run before) {
        Run cleared = server.runs()
                .clear(before.key(), all ? Clearing.ALL_TASKS : Clearing.FAILED_TASKS)
                .orElseThrow();
        return cleared.state().isEnd() && !hasSuccess(server, before)
                ? server.runs().clear(before.key(), Clearing.ALL_TASKS).orElseThrow()
                : cleared;
    }

    private static boolean hasSuccess(Airflow server, Run run) {
        try (Stream<TaskInstance> tasks = server.tasks().of(run.key()).orElseThrow()) {
            return tasks.anyMatch(task -> task.state().kind() == TaskState.Kind.SUCCESS);
        }
    }
}
