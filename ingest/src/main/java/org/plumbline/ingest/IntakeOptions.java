package org.plumbline.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.intake.Listing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that takes something in, and the rules that go with them.
final class IntakeOptions {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(
            names = "--max-quarantine",
            paramLabel = "N|P%",
            description = "end with exit code 1 when more than so many inputs, or percent of them, went to quarantine")
    private @Nullable String maxQuarantine;

    @Option(
            names = "--json",
            description =
                    "print JSON: the report of each run as one object a line, then what the command says of itself")
    private boolean json;

    Path home() {
        return home.home();
    }

    /// Spark's, such as `local[*]`.
    String master() {
        return master.master();
    }

    /// To be asked for before anything is taken in.
    ///
    /// @throws org.plumbline.citations.WrongInputException where it is neither a number nor a share
    QuarantineLimit limit() {
        return QuarantineLimit.parse(maxQuarantine);
    }

    /// Passes where a home is there, or the paths hold something to take in: a mistyped path must not leave an empty
    /// home behind.
    void requireSomethingToTake(Source source, List<Path> paths) {
        if (!Files.exists(home())) {
            var _ = Listing.of(source, paths);
        }
    }

    void print(RunReport report) {
        print(report, RunSummary.of(report));
    }

    /// Prints what the command says of itself.
    ///
    /// @param words the same for a person
    void print(Object summary, String words) {
        System.out.println(json ? Json.line(summary) : words);
    }

    boolean isJson() {
        return json;
    }

    /// The exit code of a command that took these in: too much of all of them together may have gone to quarantine.
    int exit(QuarantineLimit limit, List<RunReport> reports) {
        if (!limit.exceededBy(reports)) {
            return Commands.DONE;
        }
        long quarantined =
                reports.stream().mapToLong(RunReport::countQuarantined).sum();
        System.err.println("plumbline: " + quarantined + " inputs went to quarantine, more than " + maxQuarantine
                + "; see plumbline ingest quarantine list");
        return Commands.FOUND;
    }
}
