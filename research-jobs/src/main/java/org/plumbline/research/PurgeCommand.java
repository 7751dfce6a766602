package org.plumbline.research;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.queue.JobQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Removes all of a job.
@Command(
        name = "purge",
        description = "Removes all of a job: question, quotes, report. Files written with `report --out` are not its.",
        mixinStandardHelpOptions = true)
final class PurgeCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "a job's id or the beginning or end of it")
    private String id = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        JobQueue queue = HomeQueue.of(home);
        JobDirectory job = queue.job(id);
        List<String> removed = queue.purge(job);
        System.out.println(
                json
                        ? Json.line(Map.of("removed", removed))
                        : "removed job " + job.id() + ": " + String.join(", ", removed));
        return Commands.DONE;
    }
}
