package org.plumbline.ingest;

import org.plumbline.citations.command.Commands;
import org.plumbline.ingest.document.evaluate.DocumentEvaluation;
import org.plumbline.ingest.evaluate.SpanEvaluation;
import picocli.CommandLine.Command;

/// `plumbline ingest …`: what has been published goes into the corpus.
@Command(
        name = "plumbline ingest",
        description = "Takes literature into the corpus, and says what is there.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PubmedCommand.class,
            PmcCommand.class,
            FilesCommand.class,
            EuropePmcCommand.class,
            TrialsCommand.class,
            IntegrityCommand.class,
            RetractionsCommand.class,
            CrossrefCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            QuarantineCommand.class,
            OptimizeCommand.class,
            TraceCommand.class,
            SpanEvaluation.class,
            DocumentEvaluation.class
        })
public final class Main {

    private Main() {}

    /// Runs a command and answers its exit code.
    public static int run(String[] args) {
        return Commands.run(new Main(), args);
    }

    /// Ends the JVM with the command's exit code.
    public static void main(String[] args) {
        System.exit(run(args));
    }
}
