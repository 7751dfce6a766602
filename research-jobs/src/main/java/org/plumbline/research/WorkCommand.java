package org.plumbline.research;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.Snapshot;
import org.plumbline.research.pipeline.Pipeline;
import org.plumbline.research.queue.JobQueue;
import org.plumbline.research.queue.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Works through the queue.
@Command(
        name = "work",
        description = "Works through the queue; safe to kill, safe to run several at once.",
        mixinStandardHelpOptions = true)
final class WorkCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--drain", description = "end when no job is left")
    private boolean drain;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        if (!drain) {
            throw new WrongInputException("work needs --drain: it ends when no job is left");
        }
        JobQueue queue = HomeQueue.of(home);
        requireIndex(queue);
        try (Pipeline pipeline = new Pipeline(home.home(), Clock.systemUTC())) {
            Worker.Drained drained = new Worker(queue, pipeline, Clock.systemUTC(), System.err).drain();
            System.out.println(
                    json ? Json.line(drained) : "%d done, %d failed".formatted(drained.done(), drained.failed()));
            return drained.failed() == 0 ? Commands.DONE : Commands.FAULT;
        }
    }

    /// Without an index every job would fail, and none of them for a reason of its own.
    private void requireIndex(JobQueue queue) {
        if (!queue.jobs().isEmpty()) {
            Snapshot.openCurrent(home.home()).close();
        }
    }
}
