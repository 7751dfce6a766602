package org.plumbline.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.document.DocumentSettings;
import org.plumbline.ingest.intake.Listing;
import org.plumbline.ingest.spark.Readers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of a command that takes files into the corpus.
final class IngestOptions {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with all that is below them")
    private List<Path> paths = List.of();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(
            names = "--max-quarantine",
            paramLabel = "N|P%",
            description = "end with exit code 1 when more than so many inputs, or percent of them, went to quarantine")
    private @Nullable String maxQuarantine;

    @Option(names = "--json", description = "print the run's report as one JSON object")
    private boolean json;

    int run(Source source, Readers readers) {
        return run(source, intake -> intake.take(source, readers, paths));
    }

    /// Takes files of any kind.
    int runFiles() {
        DocumentSettings settings =
                HomeSettings.read(home.home()).section(DocumentSettings.SECTION, DocumentSettings.class);
        return run(Source.DOCUMENT, intake -> intake.takeFiles(paths, settings));
    }

    private int run(Source source, Function<Intake, RunReport> taking) {
        QuarantineLimit limit = QuarantineLimit.parse(maxQuarantine);
        RunReport report;
        if (!Files.exists(home.home())) {
            // A mistyped path must not leave an empty home behind.
            var _ = Listing.of(source, paths);
        }
        try (Intake intake = Intake.open(home.home(), master.master(), Clock.systemUTC())) {
            report = taking.apply(intake);
        }
        System.out.println(json ? Json.line(report) : RunSummary.of(report));
        if (limit.exceededBy(report)) {
            System.err.println("plumbline: " + report.countQuarantined() + " inputs went to quarantine, more than "
                    + maxQuarantine + "; see plumbline ingest quarantine list");
            return Commands.FOUND;
        }
        return Commands.DONE;
    }
}
