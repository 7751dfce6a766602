package org.plumbline.schedule;

import java.util.concurrent.Callable;
import org.plumbline.airflow.Dags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `schedule unpause`: a DAG runs again.
@Command(
        name = "unpause",
        description = "Lets a DAG run again; what waits in its queue starts.",
        footer = {"", "Example: plumbline schedule unpause pubmed_updates"},
        mixinStandardHelpOptions = true)
final class UnpauseCommand implements Callable<Integer> {

    @Mixin
    private final PausedDag dag = new PausedDag();

    @Override
    public Integer call() {
        return dag.set(Dags::unpause);
    }
}
