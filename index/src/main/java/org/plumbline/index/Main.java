package org.plumbline.index;

import org.plumbline.citations.command.Commands;
import org.plumbline.index.command.IndexCommand;
import org.plumbline.index.lucene.LuceneLog;

/// The `index` commands.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        LuceneLog.quiet();
        System.exit(Commands.run(new IndexCommand(), args));
    }
}
