package org.plumbline.research;

import org.plumbline.citations.command.Commands;
import org.plumbline.research.evidence.measure.EvaluateDirection;
import org.plumbline.research.evidence.measure.EvaluateSentences;
import org.plumbline.research.retrieve.measure.EvaluateQuestions;
import picocli.CommandLine.Command;

/// `plumbline research …`: what does the evidence say, to whom, by when?
@Command(
        name = "research",
        description = "Answers clinical questions from the index, each sentence a quote that can be checked.",
        subcommands = {
            SubmitCommand.class,
            WorkCommand.class,
            ListCommand.class,
            ListsCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            RecheckCommand.class,
            PurgeCommand.class,
            DemoCommand.class,
            Main.Evaluate.class
        },
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    /// `research evaluate …`: how well the parts of a report are read.
    @Command(
            name = "evaluate",
            hidden = true,
            description = "Measures the reading of evidence on judged data.",
            subcommands = {EvaluateSentences.class, EvaluateDirection.class, EvaluateQuestions.class},
            mixinStandardHelpOptions = true)
    static final class Evaluate {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs the command that the arguments name and answers its exit code.
    public static int run(String[] args) {
        return Commands.run(new Main(), args);
    }
}
