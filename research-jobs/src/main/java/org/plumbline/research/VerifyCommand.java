package org.plumbline.research;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a report from the job's files and the snapshot it was made from.
@Command(
        name = "verify",
        description = "Re-reads every quote of a report at its source and counts every count again.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "a job's id or the beginning or end of it")
    private String id = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        JobDirectory job = HomeQueue.of(home).job(id);
        if (!new JobFiles(job).hasReport()) {
            throw new WrongInputException("job %s is %s and has no report yet: `plumbline research work --drain` first"
                    .formatted(job.id(), Shown.of(job).state()));
        }
        JobCheck.Result result = check(job);
        if (json) {
            System.out.println(Json.line(result));
        } else {
            result.problems().stream().map(Printable::line).forEach(System.out::println);
            System.out.println("%d of %d quotes verbatim%s; %d counts repeated; %s"
                    .formatted(
                            result.verbatim(),
                            result.quotes(),
                            result.snapshot() ? " in the job's sources and in its snapshot" : " in the job's sources",
                            result.computed(),
                            result.problems().isEmpty()
                                    ? "no problem found"
                                    : result.problems().size() + " found"));
        }
        return result.problems().isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private JobCheck.Result check(JobDirectory job) {
        Optional<Snapshot> snapshot = findSnapshot(job);
        try {
            return JobCheck.check(job, snapshot);
        } finally {
            snapshot.ifPresent(Snapshot::close);
        }
    }

    private Optional<Snapshot> findSnapshot(JobDirectory job) {
        try {
            return Optional.of(
                    Snapshot.open(home.home(), new JobFiles(job).plan().snapshotId()));
        } catch (WrongInputException gone) {
            return Optional.empty();
        }
    }
}
