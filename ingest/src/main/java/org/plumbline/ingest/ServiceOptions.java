package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.services.Answers;
import org.plumbline.ingest.spark.Readers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of a command that takes in what services answer, from files or from the net.
final class ServiceOptions {

    /// Brings what a service has to say into its folder of answers.
    @FunctionalInterface
    interface Fetching {

        /// What is missing and what to do, one line; empty where all came.
        Optional<String> fetch(Web web, Answers answers) throws NotFetchedException;
    }

    /// One source's part of a command.
    ///
    /// @param paths files and folders to take in as they are
    /// @param fetching null where nothing is to be fetched
    record Step(
            Source source,
            Readers readers,
            List<Path> paths,
            @Nullable Fetching fetching) {

        String name() {
            return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(
            names = "--max-quarantine",
            paramLabel = "N|P%",
            description = "end with exit code 1 when more than so many inputs, or percent of them, went to quarantine")
    private @Nullable String maxQuarantine;

    @Option(names = "--json", description = "print the report of each run as a JSON object a line, the summary last")
    private boolean json;

    Path home() {
        return home.home();
    }

    /// Takes each source in turn; one that cannot be reached does not keep the others away.
    ///
    /// @return the exit code: 1 where something is missing, or too much went to quarantine
    int run(List<Step> steps) {
        QuarantineLimit limit = QuarantineLimit.parse(maxQuarantine);
        Map<String, String> missing = new LinkedHashMap<>();
        List<RunReport> reports = new ArrayList<>();
        Clock clock = Clock.systemUTC();
        try (Intake intake = Intake.open(home(), master.master(), clock);
                Web web = Web.open(FetchSettings.read(home()), clock)) {
            for (Step step : steps) {
                if (!step.paths().isEmpty()) {
                    print(intake.take(step.source(), step.readers(), step.paths()), reports);
                }
                Fetching fetching = step.fetching();
                if (fetching != null) {
                    fetch(step, fetching, intake, web, clock, reports)
                            .ifPresent(what -> missing.put(step.name(), what));
                }
            }
        }
        missing.forEach((name, what) -> System.err.println("plumbline: " + name + ": " + what));
        boolean tooMuch = reports.stream().anyMatch(limit::exceededBy);
        if (tooMuch) {
            System.err.println("plumbline: more inputs went to quarantine than " + maxQuarantine
                    + "; see plumbline ingest quarantine");
        }
        if (json) {
            System.out.println(Json.line(new Summary(steps.size(), reports.size(), missing)));
        }
        return missing.isEmpty() && !tooMuch ? Commands.DONE : Commands.FOUND;
    }

    /// The last line of `--json`.
    ///
    /// @param missing by source: what is missing and what to do
    record Summary(int sources, int runs, Map<String, String> missing) {}

    private Optional<String> fetch(
            Step step, Fetching fetching, Intake intake, Web web, Clock clock, List<RunReport> reports) {
        Answers answers = Answers.of(home(), step.source(), clock);
        Optional<String> missing;
        try {
            missing = fetching.fetch(web, answers);
        } catch (NotFetchedException e) {
            missing = Optional.of(e.getMessage() + "; run this again");
        }
        List<Path> came = answers.untaken();
        if (came.isEmpty()) {
            System.err.println("plumbline: " + step.name() + ": nothing new came");
        } else {
            print(intake.take(step.source(), step.readers(), came), reports);
            answers.taken(came);
        }
        return missing;
    }

    private void print(RunReport report, List<RunReport> reports) {
        reports.add(report);
        System.out.println(json ? Json.line(report) : RunSummary.of(report));
    }
}
