package org.plumbline.index;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.plumbline.citations.command.Commands;
import org.plumbline.index.command.IndexCommand;

/// The `index` commands.
public final class Main {

    /// Lucene recommends the vector module, which a search of a second would wait for; held so that it stays set.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    public static void main(String[] args) {
        LUCENE.setLevel(Level.SEVERE);
        System.exit(Commands.run(new IndexCommand(), args));
    }
}
