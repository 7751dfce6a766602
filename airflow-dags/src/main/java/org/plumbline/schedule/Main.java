package org.plumbline.schedule;

import org.plumbline.citations.command.Commands;
import picocli.CommandLine.Command;

/// `plumbline schedule …`: when does each thing run?
@Command(
        name = "plumbline schedule",
        description = "Runs the pipeline on Apache Airflow: a local one, or the one that plumbline.yaml names.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            TriggerCommand.class,
            RunsCommand.class,
            LogsCommand.class,
            CancelCommand.class,
            RetryCommand.class,
            BackfillCommand.class,
            PauseCommand.class,
            UnpauseCommand.class
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
