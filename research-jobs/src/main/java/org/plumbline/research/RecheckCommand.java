package org.plumbline.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.Snapshot;
import org.plumbline.research.job.JobDirectory;
import org.plumbline.research.job.JobId;
import org.plumbline.research.pipeline.JobFiles;
import org.plumbline.research.recheck.ChangedSource;
import org.plumbline.research.recheck.Finding;
import org.plumbline.research.recheck.Rechecker;
import org.plumbline.research.report.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Holds all delivered reports against what is known of their sources now.
@Command(
        name = "recheck",
        description = {
            "Lists delivered reports of whose sources something else is known now than then:",
            "retractions, concerns, corrections. Their quotes are read again. Ends with 1 where",
            "something was found that an earlier recheck did not say."
        },
        footer = {"", "Example:  plumbline index build && plumbline research recheck"},
        mixinStandardHelpOptions = true)
final class RecheckCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 100;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "print a JSON object for each touched report, the summary last")
    private boolean json;

    private int checked;
    private int touched;
    private int found;
    private int failed;
    private final List<JobId> foundJobs = new ArrayList<>();

    /// The last line of `--json`.
    ///
    /// @param checked reports that were held against the snapshot
    /// @param touched reports of whose sources something else is known now
    /// @param found touched reports of which no earlier recheck said the same
    /// @param failed reports that no longer verify, or cannot be read
    /// @param jobs those found, the first hundred
    record Summary(
            int checked, int touched, int found, int failed, String snapshot, long corpusVersion, List<JobId> jobs) {}

    @Override
    public Integer call() {
        try (Snapshot today = Snapshot.openCurrent(home.home())) {
            Rechecker rechecker = new Rechecker(home.home(), today);
            HomeQueue.of(home).jobs().stream()
                    .filter(job -> new JobFiles(job).hasReport())
                    .forEach(job -> recheck(job, rechecker));
            say(new Summary(
                    checked,
                    touched,
                    found,
                    failed,
                    today.manifest().id(),
                    today.manifest().corpusVersion(),
                    foundJobs));
        }
        return found + failed == 0 ? Commands.DONE : Commands.FOUND;
    }

    private void recheck(JobDirectory job, Rechecker rechecker) {
        try {
            Optional<Finding> finding = rechecker.recheck(job);
            checked++;
            finding.ifPresent(this::say);
        } catch (WrongInputException unreadable) {
            failed++;
            System.err.println(Printable.line("job " + job.id() + ": " + unreadable.getMessage()));
        }
    }

    private void say(Finding finding) {
        touched++;
        if (finding.isNew()) {
            found++;
            name(finding.job());
        }
        failed += finding.problems().isEmpty() ? 0 : 1;
        if (json) {
            System.out.println(Json.line(finding));
            return;
        }
        System.out.printf(
                "job %s%s: %d of %d quotes verbatim%n",
                finding.job(), finding.isNew() ? "" : " (said before)", finding.verbatim(), finding.quotes());
        Stream.concat(finding.changed().stream().map(RecheckCommand::words), finding.problems().stream())
                .map(Printable::line)
                .forEach(line -> System.out.println("  " + line));
    }

    private void name(JobId job) {
        if (foundJobs.size() < MOST_NAMED) {
            foundJobs.add(job);
        }
    }

    private static String words(ChangedSource source) {
        String now = source.now() == null ? "no longer in the index" : Phrases.standing(source.now());
        String news = source.news().stream().map(Phrases::event).collect(Collectors.joining("; "));
        return "[%d] %s: %s; in the report: %s%s"
                .formatted(
                        source.number(),
                        source.articleId(),
                        now,
                        Phrases.standing(source.then()),
                        news.isEmpty() ? "" : " (new: " + news + ")");
    }

    private void say(Summary summary) {
        if (json) {
            System.out.println(Json.line(summary));
            return;
        }
        System.out.println(
                "%d reports checked against snapshot %s: %d touched, %d of them not said before, %d do not verify"
                        .formatted(
                                summary.checked(),
                                summary.snapshot(),
                                summary.touched(),
                                summary.found(),
                                summary.failed()));
        if (touched > 0) {
            System.out.println(
                    "A touched report is not edited: submit its question again for one on today's evidence.");
        }
    }
}
