package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Commands;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.services.Answers;
import org.plumbline.ingest.services.Pages;
import org.plumbline.ingest.services.Query;
import org.plumbline.ingest.spark.Readers;
import picocli.CommandLine.Mixin;

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

        /// Files and folders; none where there are none.
        static Stream<Step> ofFiles(Source source, Readers readers, List<Path> paths) {
            return paths.isEmpty() ? Stream.empty() : Stream.of(new Step(source, readers, paths, null));
        }

        /// What a service says.
        static Step of(Source source, Readers readers, Fetching fetching) {
            return new Step(source, readers, List.of(), fetching);
        }

        /// What a service answers to a query.
        ///
        /// @param query of the one who may be written to, as the settings of fetching say
        static Step asking(Source source, Readers readers, Function<String, Query> query) {
            return of(
                    source,
                    readers,
                    (web, answers) -> new Pages(web, answers)
                            .fetch(query.apply(web.settings().contact()))
                            .findMissing());
        }
    }

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    Path home() {
        return options.home();
    }

    /// Takes each source in turn; one that cannot be reached does not keep the others away.
    ///
    /// @return the exit code: 1 where something is missing, or too much went to quarantine
    int run(List<Step> steps) {
        QuarantineLimit limit = options.limit();
        Map<String, String> missing = new LinkedHashMap<>();
        List<RunReport> reports = new ArrayList<>();
        Clock clock = Clock.systemUTC();
        steps.stream()
                .filter(step -> !step.paths().isEmpty())
                .forEach(step -> options.requireSomethingToTake(step.source(), step.paths()));
        try (Intake intake = Intake.open(home(), options.master(), clock);
                Web web = Web.open(FetchSettings.read(home()), clock)) {
            for (Step step : steps) {
                if (!step.paths().isEmpty()) {
                    print(intake.take(step.source(), step.readers(), step.paths()), reports);
                }
                Fetching fetching = step.fetching();
                if (fetching != null) {
                    fetch(step, fetching, intake, web, clock, reports)
                            .ifPresent(what -> missing.put(step.source().word(), what));
                }
            }
        }
        missing.forEach((name, what) -> System.err.println("plumbline: " + name + ": " + what));
        int exit = options.exit(limit, reports);
        if (options.isJson()) {
            System.out.println(Json.line(new Summary(steps.size(), reports.size(), missing)));
        }
        return missing.isEmpty() ? exit : Commands.FOUND;
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
            System.err.println("plumbline: " + step.source().word() + ": nothing new came");
        } else {
            print(intake.take(step.source(), step.readers(), came), reports);
            answers.taken(came);
        }
        return missing;
    }

    private void print(RunReport report, List<RunReport> reports) {
        reports.add(report);
        options.print(report);
    }
}
