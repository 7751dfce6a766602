package org.plumbline.citations.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.design.DesignLevel;
import picocli.CommandLine;

/// Runs a picocli command with the project's exit codes: 0 done, 1 a check found something, 2 wrong input (one
/// line, no stack trace), 3 our fault (with its trace).
public final class Commands {

    public static final int DONE = 0;
    public static final int FOUND = 1;
    public static final int WRONG_INPUT = 2;
    public static final int FAULT = 3;

    private Commands() {}

    /// Runs the command that the arguments name and answers its exit code.
    ///
    /// @param root an object annotated as a picocli command whose leaves are `Callable<Integer>`
    public static int run(Object root, String[] args) {
        CommandLine line = new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(DesignLevel.Kind.class, DesignLevel.Kind::named)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Commands::refuse)
                .setExecutionExceptionHandler((fault, command, parsed) -> answer(fault, System.err));
        try {
            return line.execute(args);
        } catch (Error fault) {
            // picocli passes errors on, and a JVM that ends with one says 1: a finding. Memory that ran out is none.
            return answer(fault, System.err);
        }
    }

    private static int refuse(CommandLine.ParameterException wrong, String[] args) {
        System.err.println("plumbline: " + oneLine(wrong) + " (see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return WRONG_INPUT;
    }

    private static int answer(Throwable fault, PrintStream err) {
        if (fault instanceof WrongInputException) {
            err.println("plumbline: " + oneLine(fault));
            return WRONG_INPUT;
        }
        if (isDiskFull(fault)) {
            err.println(
                    "plumbline: the disk is full (no space left on device); what was published before is whole: make room"
                            + " below --home, then run the command again");
            return FAULT;
        }
        err.println("plumbline: a fault of ours, nothing of yours is lost; run the command again, and report this:");
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        err.print(trace);
        return FAULT;
    }

    /// Whether some write met the end of the disk; libraries wrap it in many ways.
    private static boolean isDiskFull(Throwable fault) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(Throwable wrong) {
        return Printable.line(String.valueOf(wrong.getMessage()).replaceAll("\\s*\\R\\s*", "; "));
    }
}
