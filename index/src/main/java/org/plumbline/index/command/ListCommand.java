package org.plumbline.index.command;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.Publications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `index list`.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Prints the snapshots that are there, how large they are, and what they share.",
        footer = {"", "Example:  plumbline index list --json"})
final class ListCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "one JSON object a line on stdout, the summary last")
    private boolean json;

    /// A snapshot.
    ///
    /// @param published when it last became the current one, UTC; empty where that is not remembered
    /// @param bytes of its parts
    /// @param sharedBytes of those of its parts that another snapshot has too
    /// @param dead articles that its parts hold and it leaves out
    record Listed(
            String snapshot,
            boolean current,
            String published,
            long corpusVersion,
            String corpusDigest,
            long articles,
            long texts,
            long passages,
            String contentDigest,
            Map<String, String> settings,
            int parts,
            long dead,
            long bytes,
            long sharedBytes) {}

    /// The last line of `--json`; current is empty where there is none.
    ///
    /// @param bytes of all parts, each counted once
    /// @param unreadable snapshots of another layout
    record Summary(String current, int snapshots, long bytes, List<String> unreadable) {}

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        List<SnapshotManifest> manifests = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String id : folder.ids()) {
            if (folder.isReadable(id)) {
                manifests.add(folder.manifest(id));
            } else {
                unreadable.add(id);
            }
        }
        Map<String, Integer> users = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        manifests.forEach(manifest -> manifest.parts().forEach(part -> {
            users.merge(part.id(), 1, Integer::sum);
            sizes.put(part.id(), part.bytes());
        }));
        for (SnapshotManifest manifest : manifests) {
            Listed listed = listed(manifest, folder, users);
            System.out.println(json ? Json.line(listed) : words(listed));
        }
        Summary summary = new Summary(
                folder.findCurrent().orElse(""),
                manifests.size(),
                sizes.values().stream().mapToLong(Long::longValue).sum(),
                unreadable);
        print(summary);
        return Commands.DONE;
    }

    private static Listed listed(SnapshotManifest manifest, SnapshotFolder folder, Map<String, Integer> users)
            throws IOException {
        List<SnapshotPart> parts = manifest.parts();
        Optional<String> published = new Publications(folder, Clock.systemUTC())
                .all().reversed().stream()
                        .filter(one -> one.id().equals(manifest.id()))
                        .map(one -> one.at().toString())
                        .findFirst();
        return new Listed(
                manifest.id(),
                folder.findCurrent().filter(manifest.id()::equals).isPresent(),
                published.orElse(""),
                manifest.corpusVersion(),
                manifest.corpusDigest(),
                manifest.articles(),
                manifest.texts(),
                manifest.passages(),
                manifest.contentDigest(),
                manifest.settings(),
                parts.size(),
                parts.stream().mapToLong(part -> part.dead().articles()).sum(),
                parts.stream().mapToLong(SnapshotPart::bytes).sum(),
                parts.stream()
                        .filter(part -> users.getOrDefault(part.id(), 0) > 1)
                        .mapToLong(SnapshotPart::bytes)
                        .sum());
    }

    private static String words(Listed listed) {
        return "snapshot %s: %,d articles, %,d texts, %,d passages (corpus version %d); %d parts, %.1f MB, %.1f MB shared%s"
                .formatted(
                        listed.snapshot(),
                        listed.articles(),
                        listed.texts(),
                        listed.passages(),
                        listed.corpusVersion(),
                        listed.parts(),
                        listed.bytes() / 1e6,
                        listed.sharedBytes() / 1e6,
                        (listed.published().isEmpty() ? "" : "; published " + listed.published())
                                + (listed.current() ? "  <- current" : ""));
    }

    private void print(Summary summary) {
        if (json) {
            System.out.println(Json.line(summary));
            return;
        }
        summary.unreadable()
                .forEach(id -> System.out.println("snapshot " + id
                        + ": of another version's layout; `plumbline index build` makes one that can be read"));
        if (summary.snapshots() == 0) {
            System.out.println("no snapshot yet: run `plumbline index build`");
        } else {
            System.out.printf("%.1f MB in all%n", summary.bytes() / 1e6);
        }
    }
}
