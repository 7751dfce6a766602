package org.plumbline.index.command;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.IndexLock;
import org.plumbline.index.build.Publications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index rollback`.
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the snapshot current again that was published before the current one; once more, the",
            "one before that. The next `index build` publishes the snapshot of the corpus as it then is."
        },
        footer = {"", "Example:  plumbline index rollback"})
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        try (IndexLock _ = IndexLock.take(folder, Progress.toTerminal()::say)) {
            PublishCommand.print(new Publications(folder, Clock.systemUTC()).rollback(), json);
        }
        return Commands.DONE;
    }
}
