package org.plumbline.index.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index list`.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the snapshots that are there.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    @Override
    public Integer call() {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        String current = folder.findCurrent().orElse("");
        List<String> ids = folder.ids();
        for (String id : ids) {
            SnapshotManifest manifest = folder.manifest(id);
            System.out.println(
                    json
                            ? Json.line(BuildCommand.summary(manifest))
                            : BuildCommand.words(manifest) + (id.equals(current) ? "  <- current" : ""));
        }
        if (json) {
            System.out.println(Json.line(new Summary(current, ids.size())));
        } else if (ids.isEmpty()) {
            System.out.println("no snapshot yet: run `plumbline index build`");
        }
        return Commands.DONE;
    }

    /// The last line of `--json`; current is empty where there is none.
    record Summary(String current, int snapshots) {}
}
