package org.plumbline.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `schedule cancel`: ends a run and the processes of its tasks.
@Command(
        name = "cancel",
        description =
                "Ends a run: its tasks are killed, its state is failed, and the DAG's next run completes the work.",
        footer = {"", "Example: plumbline schedule cancel by-hand-20261123-041000-x7dq"},
        mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Mixin
    private final RunName run = new RunName();

    @Override
    public Integer call() {
        return airflow.ask((server, _) -> cancel(server));
    }

    private int cancel(Airflow server) {
        Run cancelled = server.runs().cancel(run.resolve(server).key()).orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dag", cancelled.dagId());
        json.put("run", cancelled.runId());
        json.put("state", cancelled.state().text());
        airflow.print(
                json,
                "cancelled run " + cancelled.runId() + " of " + DagName.brief(cancelled.dagId())
                        + "; its processes end within seconds");
        return Commands.DONE;
    }
}
