package org.plumbline.schedule;

import java.util.concurrent.Callable;
import org.plumbline.airflow.Dags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `schedule pause`: a DAG's schedule rests.
@Command(
        name = "pause",
        description = "Lets a DAG rest: what runs goes on, nothing new starts.",
        footer = {"", "Example: plumbline schedule pause pubmed_updates"},
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private final PausedDag dag = new PausedDag();

    @Override
    public Integer call() {
        return dag.set(Dags::pause);
    }
}
