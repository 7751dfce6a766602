package org.plumbline.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.HomeSettings;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.document.DocumentSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ingest files PATH…`
@Command(
        name = "files",
        description = "Takes a folder of PDF, DOCX, HTML, JATS, BMC, PubMed XML, nbib and RIS, told by their content.",
        mixinStandardHelpOptions = true)
final class FilesCommand implements Callable<Integer> {

    @Mixin
    private final IntakeOptions options = new IntakeOptions();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with all that is below them")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        DocumentSettings settings =
                HomeSettings.read(options.home()).section(DocumentSettings.SECTION, DocumentSettings.class);
        QuarantineLimit limit = options.limit();
        options.requireSomethingToTake(Source.DOCUMENT, paths);
        RunReport report;
        try (Intake intake = Intake.open(options.home(), options.master(), Clock.systemUTC())) {
            report = intake.takeFiles(paths, settings);
        }
        options.print(report);
        return options.exit(limit, List.of(report));
    }
}
