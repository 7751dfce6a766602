package org.plumbline.schedule;

import java.util.concurrent.Callable;
import org.plumbline.airflow.Airflow;
import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `schedule status`: whether all is well.
@Command(
        name = "status",
        description =
                "Says whether Airflow and its DAGs are well: parts, import errors, last and next runs, freshness.",
        footer = {
            "",
            "Example: plumbline schedule status --check",
            "Targets stand in plumbline.yaml (docs/settings.md)."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final AirflowOption airflow = new AirflowOption();

    @Option(names = "--check", description = "end with exit code 1 when something is wrong")
    private boolean check;

    @Override
    public Integer call() {
        return airflow.ask(this::status);
    }

    private int status(Airflow server, Target target) {
        Times times = Times.here();
        Status status = new StatusReader(server, target, times.clock()).read();
        airflow.print(status, StatusPage.of(status, times));
        return check && !status.healthy() ? Commands.FOUND : Commands.DONE;
    }
}
