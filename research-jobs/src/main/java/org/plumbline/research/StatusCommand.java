package org.plumbline.research;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobState;
import org.plumbline.research.queue.JobQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells how far a job is, or how many jobs are how far.
@Command(name = "status", description = "Tells how far a job, or the queue, is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "a job's id or the beginning or end of it")
    private @Nullable String id;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        JobQueue queue = HomeQueue.of(home);
        if (id != null) {
            one(queue.job(id));
        } else {
            Map<String, Long> states = queue.jobs().stream()
                    .map(Shown::of)
                    .collect(Collectors.groupingBy(Shown::state, TreeMap::new, Collectors.counting()));
            String words = states.entrySet().stream()
                    .map(state -> state.getValue() + " " + state.getKey())
                    .collect(Collectors.joining(", "));
            System.out.println(json ? Json.line(states) : words.isEmpty() ? "no jobs" : words);
        }
        return Commands.DONE;
    }

    private void one(JobDirectory job) {
        JobState state = job.state();
        if (json) {
            System.out.println(Json.line(state));
            return;
        }
        System.out.println(Shown.of(job).line());
        state.stepMillis().forEach((step, millis) -> System.out.printf("  %-16s %6d ms%n", step, millis));
    }
}
