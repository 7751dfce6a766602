package org.plumbline.index.command;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.command.Commands;
import org.plumbline.citations.command.HomeOption;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.ManifestState;
import org.plumbline.index.build.Pruning;
import org.plumbline.index.build.Publications;
import org.plumbline.index.vector.VectorStore;
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
    /// @param vectors how many articles have a vector
    /// @param bytes of its parts and vector parts
    /// @param sharedBytes of those of them that another snapshot has too
    /// @param dead articles that its parts hold and it leaves out
    record Listed(
            String snapshot,
            boolean current,
            String published,
            long corpusVersion,
            String corpusDigest,
            long articles,
            long vectors,
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
    /// @param bytes of all parts and vector parts, each counted once, and of the vectors that were computed
    /// @param vectorBytes of these, the vectors that were computed: new vector parts are made of them
    /// @param unreadable snapshots of another layout
    /// @param damaged snapshots whose manifest is damaged
    record Summary(
            String current,
            int snapshots,
            long bytes,
            long vectorBytes,
            List<String> unreadable,
            List<String> damaged) {}

    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Long> sizes = new HashMap<>();

    @Override
    public Integer call() throws IOException {
        SnapshotFolder folder = new SnapshotFolder(home.home());
        List<SnapshotManifest> manifests = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (String id : folder.ids()) {
            switch (ManifestState.of(folder, id)) {
                case READABLE -> manifests.add(folder.manifest(id));
                case OLDER, NEWER -> unreadable.add(id);
                case DAMAGED -> damaged.add(id);
            }
        }
        for (SnapshotManifest manifest : manifests) {
            weigh(manifest, folder);
        }
        for (SnapshotManifest manifest : manifests) {
            Listed listed = listed(manifest, folder);
            System.out.println(json ? Json.line(listed) : words(listed));
        }
        long vectorBytes = Pruning.bytes(VectorStore.models(folder.home()));
        long partBytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        print(new Summary(
                folder.findCurrent().orElse(""),
                manifests.size(),
                partBytes + vectorBytes,
                vectorBytes,
                unreadable,
                damaged));
        return Commands.DONE;
    }

    private void weigh(SnapshotManifest manifest, SnapshotFolder folder) throws IOException {
        for (SnapshotPart part : manifest.parts()) {
            users.merge(part.id(), 1, Integer::sum);
            sizes.put(part.id(), part.bytes());
            String vectors = part.vectors();
            if (!vectors.isEmpty()) {
                users.merge(vectors, 1, Integer::sum);
                sizes.put(vectors, Pruning.bytes(folder.vectorPart(vectors)));
            }
        }
    }

    private long bytes(List<SnapshotPart> parts, int leastUsers) {
        return parts.stream()
                .flatMap(part -> Stream.of(part.id(), part.vectors()))
                .filter(id -> users.getOrDefault(id, 0) >= leastUsers)
                .mapToLong(id -> sizes.getOrDefault(id, 0L))
                .sum();
    }

    private Listed listed(SnapshotManifest manifest, SnapshotFolder folder) throws IOException {
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
                manifest.coverage().articles(),
                manifest.texts(),
                manifest.passages(),
                manifest.contentDigest(),
                manifest.settings(),
                parts.size(),
                parts.stream().mapToLong(part -> part.dead().articles()).sum(),
                bytes(parts, 1),
                bytes(parts, 2));
    }

    private static String words(Listed listed) {
        return "snapshot %s: %,d articles (%,d with a vector), %,d texts, %,d passages (corpus version %d); %d parts, %.1f MB, %.1f MB shared%s"
                .formatted(
                        listed.snapshot(),
                        listed.articles(),
                        listed.vectors(),
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
        summary.damaged()
                .forEach(id -> System.out.println(
                        "snapshot " + id + ": its manifest is damaged; see `plumbline index verify`"));
        if (summary.snapshots() == 0) {
            System.out.println("no snapshot yet: run `plumbline index build`");
        } else {
            System.out.printf(
                    "%.1f MB in all, %.1f MB of them computed vectors%n",
                    summary.bytes() / 1e6, summary.vectorBytes() / 1e6);
        }
    }
}
