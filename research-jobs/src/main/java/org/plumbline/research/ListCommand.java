package org.plumbline.research;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists all jobs, oldest first.
@Command(name = "list", description = "Lists all jobs, oldest first.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print JSON lines, the summary last")
    private boolean json;

    @Override
    public Integer call() {
        List<Shown> jobs = HomeQueue.of(home).jobs().stream().map(Shown::of).toList();
        jobs.forEach(job -> System.out.println(json ? Json.line(job) : job.line()));
        if (json) {
            System.out.println(Json.line(Map.of("jobs", jobs.size())));
        } else if (jobs.isEmpty()) {
            System.err.println("no jobs yet: `plumbline research submit --question \"…\"`");
        }
        return Commands.DONE;
    }
}
