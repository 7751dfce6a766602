package org.plumbline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.ServiceOptions.Step;
import org.plumbline.ingest.crossref.CrossrefReader;
import org.plumbline.ingest.services.Answers;
import org.plumbline.ingest.services.CrossrefUpdates;
import org.plumbline.ingest.services.CrossrefWorks;
import org.plumbline.ingest.services.Pages;
import org.plumbline.ingest.services.ServiceAddresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ingest crossref [PATH…] [--since DATE] [--dois FILE]`
@Command(
        name = "crossref",
        description = "Takes Crossref's works: notices, and metadata of articles that are there.",
        footer = {
            "",
            "Example: plumbline ingest crossref --since 2026-11-01",
            "fetches the notices indexed since that day. Without PATH, --since and --dois it goes on where the last",
            "run ended. --dois names a file with a DOI a line."
        },
        mixinStandardHelpOptions = true)
final class CrossrefCommand implements Callable<Integer> {

    /// When the last run over all notices began, in the folder of answers.
    private static final String SINCE = "since";

    /// What Crossref indexes late stands under the day before.
    private static final int DAYS_AGAIN = 1;

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "answers kept as JSON, or folders with them")
    private List<Path> paths = List.of();

    @Option(names = "--since", paramLabel = "DATE", description = "fetch notices indexed since, such as 2026-11-01")
    private @Nullable LocalDate since;

    @Option(names = "--dois", paramLabel = "FILE", description = "fetch the works of these DOIs")
    private @Nullable Path dois;

    @Override
    public Integer call() {
        ServiceAddresses addresses = ServiceAddresses.read(options.home());
        List<Step> steps = new ArrayList<>(
                Step.ofFiles(Source.CROSSREF, CrossrefReader::new, paths).toList());
        if (dois != null) {
            List<String> wanted = lines(dois);
            steps.add(Step.asking(
                    Source.CROSSREF,
                    CrossrefReader::new,
                    contact -> new CrossrefWorks(addresses.crossref(), wanted, contact)));
        }
        if (since != null || steps.isEmpty()) {
            steps.add(updates(addresses, Optional.ofNullable(since), Optional.empty()));
        }
        return options.run(steps);
    }

    /// All notices since a day.
    ///
    /// @param since empty: where the last run began
    /// @param first where there was none; empty: that is wrong input
    static Step updates(ServiceAddresses addresses, Optional<LocalDate> since, Optional<LocalDate> first) {
        return Step.of(Source.CROSSREF, CrossrefReader::new, (web, answers) -> {
            LocalDate from = since.or(() -> lastRun(answers))
                    .or(() -> first)
                    .orElseThrow(() -> new WrongInputException(
                            "ingest crossref: no run to go on from; name --since DATE, --dois FILE or a PATH"));
            LocalDate today = LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));
            CrossrefUpdates notices = new CrossrefUpdates(
                    addresses.crossref(), from, web.settings().contact());
            Optional<String> missing = new Pages(web, answers).fetch(notices).findMissing();
            if (missing.isEmpty()) {
                answers.note(SINCE, today.toString());
            }
            return missing;
        });
    }

    private static Optional<LocalDate> lastRun(Answers answers) {
        String noted = answers.note(SINCE).strip();
        return noted.matches("\\d{4}-\\d{2}-\\d{2}")
                ? Optional.of(LocalDate.parse(noted).minusDays(DAYS_AGAIN))
                : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new WrongInputException(file + ": cannot be read as lines of DOIs; check the path", e);
        }
    }
}
