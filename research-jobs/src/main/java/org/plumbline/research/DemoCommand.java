package org.plumbline.research;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Snapshot;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.pipeline.JobCheck;
import org.plumbline.research.pipeline.JobFiles;
import org.plumbline.research.pipeline.Pipeline;
import org.plumbline.research.queue.JobQueue;
import org.plumbline.research.queue.Worker;
import org.plumbline.research.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Submits requests from a file, works them off, verifies each report and says where it is.
@Command(
        name = "demo",
        hidden = true,
        description = "Answers the questions of a file and verifies each report.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--requests", required = true, paramLabel = "FILE", description = "a request in JSON on each line")
    private Path requests = Path.of("requests.jsonl");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(requests)) {
            throw new WrongInputException("--requests %s: no such file".formatted(requests));
        }
        JobQueue queue = HomeQueue.of(home);
        List<JobDirectory> jobs = new ArrayList<>();
        for (String line : Files.readAllLines(requests, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                jobs.add(queue.job(queue.submit(Json.read(line, Request.class)).value()));
            }
        }
        try (Pipeline pipeline = new Pipeline(home.home(), Clock.systemUTC())) {
            new Worker(queue, pipeline, Clock.systemUTC(), System.err).drain();
        }
        boolean sound = true;
        try (Snapshot snapshot = Snapshot.openCurrent(home.home())) {
            for (JobDirectory job : jobs) {
                sound &= show(job, snapshot);
            }
        }
        return sound ? Commands.DONE : Commands.FOUND;
    }

    private static boolean show(JobDirectory job, Snapshot snapshot) {
        System.out.println();
        System.out.println(Printable.line(job.request().question()));
        if (!new JobFiles(job).hasReport()) {
            System.out.println("  no report: " + Printable.line(Shown.of(job).reason()));
            return false;
        }
        JobCheck.Result result = JobCheck.check(job, Optional.of(snapshot));
        System.out.println("  " + new JobFiles(job).report().outcome().words());
        System.out.printf("  %d of %d quotes verbatim%n", result.verbatim(), result.quotes());
        result.problems().forEach(problem -> System.out.println("  " + Printable.line(problem)));
        System.out.println("  " + job.file("report.html"));
        return result.problems().isEmpty();
    }
}
