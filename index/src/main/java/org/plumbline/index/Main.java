package org.plumbline.index;

import org.plumbline.citations.command.Commands;
import org.plumbline.index.command.IndexCommand;

/// The `index` commands.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Commands.run(new IndexCommand(), args));
    }
}
