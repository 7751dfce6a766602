package org.plumbline.schedule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.airflow.Airflow;
import org.plumbline.airflow.model.Run;
import org.plumbline.airflow.model.RunOrder;
import org.plumbline.airflow.model.RunQuery;
import org.plumbline.airflow.model.RunState;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `schedule tell`: what a [Messenger] says. A run that still waits in its queue will find this request too, so a
/// hundred requests in a minute do not become a hundred runs.
@Command(
        name = "tell",
        description = "Has Airflow work through the queue of requests now.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class TellCommand implements Callable<Integer> {

    private static final String DAG = DagName.full("research");

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Parameters(paramLabel = "JOB", description = "the request that is waiting")
    private String job = "";

    @Override
    public Integer call() {
        return airflow.ask((server, _) -> tell(server));
    }

    private int tell(Airflow server) {
        List<Run> waiting = waiting(server);
        String run = waiting.isEmpty()
                ? server.runs()
                        .trigger(RunOrder.of(DAG, "request-" + job).withConf(Map.of("job", job)))
                        .orElseThrow()
                        .run()
                        .runId()
                : waiting.getFirst().runId();
        airflow.print(Map.of("run", run), "run " + run + " works through the queue");
        return Commands.DONE;
    }

    private static List<Run> waiting(Airflow server) {
        RunQuery query = RunQuery.of(DAG).withStates(RunState.Kind.QUEUED);
        try (Stream<Run> runs = server.runs().list(query).orElseThrow()) {
            return runs.limit(1).toList();
        }
    }
}
