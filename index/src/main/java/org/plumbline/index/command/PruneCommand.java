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
import org.plumbline.citations.command.Progress;
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
            "Removes old snapshots, the parts that no other snapshot has, and vectors of models that are no longer",
            "used. Never the current snapshot, nor one that an unfinished research job goes on with, a failed one",
            "too: `plumbline research purge` lets that one go. Delivered reports keep what they quote."
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
    ///
    /// @param obstacle why no part went; empty where nothing stood against it
    record Pruned(List<String> snapshots, int folders, long bytes, boolean removed, String obstacle) {}

    @Override
    public Integer call() throws IOException {
        if (keep < 1) {
            throw new WrongInputException("--keep " + keep + ": the current snapshot always stays; give 1 or more");
        }
        SnapshotFolder folder = new SnapshotFolder(home.home());
        if (folder.ids().isEmpty()) {
            throw new WrongInputException("no index in " + home.home() + " yet: run `plumbline index build`");
        }
        Pruning pruning;
        long bytesOfOldModels;
        Progress progress = Progress.toTerminal();
        try (IndexLock _ = dryRun ? IndexLock.takeToLook(folder) : IndexLock.take(folder, progress::say)) {
            pruning = Pruning.plan(folder, new Publications(folder, Clock.systemUTC()), keep, pins);
            bytesOfOldModels = pruning.bytesOfOldModels(folder);
            if (!dryRun) {
                pruning.run(folder);
            }
        }
        if (!pruning.obstacle().isEmpty()) {
            progress.say(pruning.obstacle());
        }
        System.out.println(json ? Json.line(pruned(pruning)) : words(pruning, bytesOfOldModels));
        return Commands.DONE;
    }

    private Pruned pruned(Pruning pruning) {
        return new Pruned(pruning.snapshots(), pruning.folders().size(), pruning.bytes(), !dryRun, pruning.obstacle());
    }

    private String words(Pruning pruning, long bytesOfOldModels) {
        StringBuilder words = new StringBuilder();
        pruning.snapshots()
                .forEach(id -> words.append(dryRun ? "would go: " : "gone: ")
                        .append(id)
                        .append('\n'));
        words.append("%d snapshots, %.1f MB%s"
                .formatted(pruning.snapshots().size(), pruning.bytes() / 1e6, dryRun ? " would be freed" : " freed"));
        if (bytesOfOldModels > 0) {
            words.append(
                    ", %.1f MB of them vectors of models that are no longer used".formatted(bytesOfOldModels / 1e6));
        }
        return words.toString();
    }
}
