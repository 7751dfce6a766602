package org.plumbline.index.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.IndexLock;
import org.plumbline.index.build.Publications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `index publish`.
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a snapshot that is there the current one. Searches that run go on with theirs.",
            "The next `index build` publishes the snapshot of the corpus as it then is."
        },
        footer = {"", "Example:  plumbline index publish s0123456789abcdef"})
final class PublishCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ID", description = "as `index list` prints it")
    private String id = "";

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What publishing and rolling back answer with `--json`.
    record Published(String snapshot) {}

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        try (IndexLock _ = IndexLock.take(folder, Progress.toTerminal()::say)) {
            new Publications(folder, Clock.systemUTC()).publishAgain(id);
        }
        print(id, json);
        return Commands.DONE;
    }

    static void print(String id, boolean json) {
        System.out.println(json ? Json.line(new Published(id)) : "snapshot " + id + " is current");
    }
}
