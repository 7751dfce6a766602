package org.plumbline.index.command;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.build.IndexLock;
import org.plumbline.index.build.Pruning;
import org.plumbline.index.build.Publications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index prune`.
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Removes old snapshots, and the parts that no other snapshot has. Never the current one, nor",
            "one that an unfinished research job goes on with. Delivered reports keep what they quote."
        },
        footer = {"", "Example:  plumbline index prune --keep 7 --dry-run"})
final class PruneCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "3",
            description = "keep the N that were published last, the current one among them (default: ${DEFAULT-VALUE})")
    private int keep = 3;

    @Option(names = "--pin", paramLabel = "ID", description = "keep this one too; repeat")
    private Set<String> pins = new HashSet<>();

    @Option(names = "--dry-run", description = "only say what would go")
    private boolean dryRun;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    /// What `--json` prints.
    record Pruned(List<String> snapshots, int folders, long bytes, boolean removed) {}

    @Override
    public Integer call() throws IOException {
        if (keep < 1) {
            throw new WrongInputException("--keep " + keep + ": the current snapshot always stays; give 1 or more");
        }
        SnapshotFolder folder = new SnapshotFolder(home.home());
        pins.forEach(folder::of);
        if (folder.ids().isEmpty()) {
            throw new WrongInputException("no index in " + home.home() + " yet: run `plumbline index build`");
        }
        Pruning pruning;
        try (IndexLock _ = IndexLock.take(folder)) {
            pruning = Pruning.plan(folder, new Publications(folder, Clock.systemUTC()), keep, pins);
            if (!dryRun) {
                pruning.run(folder);
            }
        }
        if (json) {
            System.out.println(
                    Json.line(new Pruned(pruning.snapshots(), pruning.folders().size(), pruning.bytes(), !dryRun)));
        } else {
            pruning.snapshots().forEach(id -> System.out.println((dryRun ? "would go: " : "gone: ") + id));
            System.out.printf(
                    "%d snapshots, %.1f MB%s%n",
                    pruning.snapshots().size(), pruning.bytes() / 1e6, dryRun ? " would be freed" : " freed");
        }
        return Commands.DONE;
    }
}
