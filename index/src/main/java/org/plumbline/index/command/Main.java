package org.plumbline.index.command;

import org.plumbline.citations.command.Commands;
import org.plumbline.index.lucene.LuceneLog;

/// The `index` commands.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// Runs the command that the arguments name and answers its exit code.
    public static int run(String[] args) {
        LuceneLog.quiet();
        return Commands.run(new IndexCommand(), args);
    }
}
