package org.plumbline.index.command;

import org.plumbline.index.evaluate.RetrievalEvaluation;
import picocli.CommandLine.Command;

/// `index`: its subcommands.
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Builds and searches the index of passages.",
        subcommands = {
            BuildCommand.class,
            SearchCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            ShowCommand.class,
            VerifyCommand.class,
            IndexCommand.EvaluateCommand.class
        })
public final class IndexCommand {

    /// `index evaluate`: its subcommands.
    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "Measures the index on judged data.",
            subcommands = RetrievalEvaluation.class)
    static final class EvaluateCommand {}
}
