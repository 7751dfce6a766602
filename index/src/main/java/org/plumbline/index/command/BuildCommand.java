package org.plumbline.index.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.citations.command.MasterOption;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.spark.BuildJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index build`.
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Indexes the current version of the corpus and publishes it as a snapshot: what changed",
            "since the current snapshot, or everything where that cannot be told."
        },
        footer = {
            "",
            "Example:  plumbline index build",
            "          plumbline index build --full   (after `index verify` found damage; then `index embed`)"
        })
final class BuildCommand implements Callable<Integer> {

    /// What a build answers with `--json`.
    record Built(
            String snapshot,
            long corpusVersion,
            String corpusDigest,
            long articles,
            long texts,
            long passages,
            String contentDigest,
            Map<String, String> settings) {}

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final MasterOption master = new MasterOption();

    @Option(names = "--full", description = "index everything, whatever is there")
    private boolean full;

    @Option(names = "--json", description = "one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        BuildJob job = new BuildJob(home.home(), master.master(), Progress.toTerminal());
        SnapshotManifest manifest = job.run(full ? BuildJob.Extent.FULL : BuildJob.Extent.CHANGES);
        System.out.println(json ? Json.line(summary(manifest)) : words(manifest));
        return Commands.DONE;
    }

    static Built summary(SnapshotManifest manifest) {
        return new Built(
                manifest.id(),
                manifest.corpusVersion(),
                manifest.corpusDigest(),
                manifest.articles(),
                manifest.texts(),
                manifest.passages(),
                manifest.contentDigest(),
                manifest.settings());
    }

    static String words(SnapshotManifest manifest) {
        long vectors = manifest.coverage().articles();
        return "snapshot %s: %,d articles%s, %,d texts, %,d passages (corpus version %d)"
                .formatted(
                        manifest.id(),
                        manifest.articles(),
                        vectors == 0 ? "" : " (%,d with a vector)".formatted(vectors),
                        manifest.texts(),
                        manifest.passages(),
                        manifest.corpusVersion());
    }
}
