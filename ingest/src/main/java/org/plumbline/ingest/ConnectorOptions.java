package org.plumbline.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.citations.Source;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.Printable;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.fetch.FetchReport;
import org.plumbline.ingest.fetch.FetchSettings;
import org.plumbline.ingest.fetch.Ledger;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.SourceSettings;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.spark.Readers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of a command that takes a source in, from folders or from the net.
final class ConnectorOptions {

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL",
            description = "files, or folders with all that is below them; or the address of the source or its mirror "
                    + "(default: sources: in plumbline.yaml, else the public one)")
    private List<String> from = List.of();

    @Option(names = "--dry-run", description = "say what would be fetched, and fetch none of it")
    private boolean dryRun;

    @Option(
            names = "--keep",
            description = "keep the fetched files below the home's folder fetched/ when the corpus has them")
    private boolean keep;

    int run(Source source, Readers readers, Connector connector) {
        return run(source, readers, connector, "");
    }

    /// @param generation beside the corpus in use, into which what comes is taken; empty: into the one in use
    int run(Source source, Readers readers, Connector connector, String generation) {
        QuarantineLimit limit = options.limit();
        boolean net = from.isEmpty() || from.stream().anyMatch(ConnectorOptions::isAddress);
        if (net && from.size() > 1) {
            throw new WrongInputException(
                    "several places, one of them on the net; name one address, or files and folders only");
        }
        if (!net) {
            return takePaths(source, readers, limit, generation);
        }
        Path place = options.home();
        return dryRun
                ? preview(place, source, connector, generation)
                : fetch(place, source, readers, connector, limit, generation);
    }

    private static boolean isAddress(String written) {
        return written.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }

    private int takePaths(Source source, Readers readers, QuarantineLimit limit, String generation) {
        if (dryRun || keep) {
            throw new WrongInputException("--dry-run and --keep are for what is fetched; name no path, or an address");
        }
        List<Path> paths = from.stream().map(Path::of).toList();
        options.requireSomethingToTake(source, paths);
        try (Intake intake = open(generation)) {
            RunReport report = intake.take(source, readers, paths);
            intake.swapIn();
            options.print(report);
            return options.exit(limit, List.of(report));
        }
    }

    private int fetch(
            Path place, Source source, Readers readers, Connector connector, QuarantineLimit limit, String generation) {
        FetchSettings settings = FetchSettings.read(place);
        List<RunReport> reports = new ArrayList<>();
        try (Web web = Web.open(settings, Clock.systemUTC());
                Intake intake = open(generation);
                Ledger ledger = Ledger.open(place)) {
            Connector.Session session = session(place, source, connector, web, ledger, intake.corpus());
            FetchReport fetched = connector.run(session, files -> {
                RunReport report = intake.take(source, readers, files);
                reports.add(report);
                options.print(report);
            });
            if (fetched.complete() && reports.isEmpty()) {
                intake.confirm(source);
            }
            if (fetched.complete()) {
                intake.swapIn();
            }
            show(fetched);
            return fetched.complete() ? options.exit(limit, reports) : Commands.FOUND;
        }
    }

    private Intake open(String generation) {
        Clock clock = Clock.systemUTC();
        return generation.isEmpty()
                ? Intake.open(options.home(), options.master(), clock)
                : Intake.openBeside(options.home(), generation, options.master(), clock);
    }

    private int preview(Path place, Source source, Connector connector, String generation) {
        CorpusHome inUse = CorpusHome.existing(place);
        try (Web web = Web.open(FetchSettings.read(place), Clock.systemUTC());
                Ledger ledger = Ledger.open(place)) {
            long[] bytes = new long[1];
            FetchReport report = connector.preview(
                    session(
                            place,
                            source,
                            connector,
                            web,
                            ledger,
                            generation.isEmpty() ? inUse : inUse.beside(generation)),
                    planned -> {
                        bytes[0] += planned.aboutBytes();
                        options.print(planned, Printable.line(words(planned)));
                    });
            if (!options.isJson()) {
                System.out.printf(Locale.ROOT, "%-12sabout %.1f MB%n", "to fetch", bytes[0] / 1e6);
            }
            show(report);
            return report.complete() ? Commands.DONE : Commands.FOUND;
        }
    }

    private static String words(Connector.Planned planned) {
        return planned.aboutBytes() == 0
                ? planned.name()
                : String.format(Locale.ROOT, "%s  about %.1f MB", planned.name(), planned.aboutBytes() / 1e6);
    }

    private Connector.Session session(
            Path place, Source source, Connector connector, Web web, Ledger ledger, CorpusHome corpus) {
        String name = source.name().toLowerCase(Locale.ROOT);
        SourceSettings settings = SourceSettings.read(place, source);
        URI address = from.isEmpty()
                ? settings.folder(connector.publicAddress())
                : SourceSettings.folderAddress(from.getFirst());
        return new Connector.Session(
                web,
                ledger,
                address,
                place.resolve("fetched").resolve(name),
                settings,
                keep ? LocalCopies.KEEP : LocalCopies.DELETE,
                corpus,
                Progress.toTerminal());
    }

    private void show(FetchReport report) {
        options.print(report, FetchSummary.of(report));
        report.missing()
                .forEach(missing -> System.err.println(
                        "plumbline: missing: " + Printable.line(missing.what() + ": " + missing.why())));
    }
}
