package org.plumbline.index.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.MultiReader;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.OpenParts;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.Settings;
import org.plumbline.index.build.SnapshotBuild;
import org.plumbline.index.build.VectorPartFiles;
import org.plumbline.index.lock.Patience;
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// Embeds the articles of the current snapshot that have no vector, and publishes a snapshot with the vectors there
/// are then.
///
/// A vector that was computed is kept whatever becomes of the job: killed anywhere, it goes on from there the next
/// time. Searches and builds go on beside it; only to publish it needs the right to change the index, for which it
/// waits.
public final class EmbedJob {

    /// A build in full may take longer; what was computed is kept, only the graphs would be linked again.
    private static final Duration FOR_A_BUILD = Duration.ofHours(1);

    /// A search has the store for a moment only.
    private static final Duration FOR_A_SEARCH = Duration.ofSeconds(10);

    private final SnapshotFolder folder;
    private final Progress progress;
    private final Duration forABuild;
    private final Duration forASearch;

    public EmbedJob(Path home, Progress progress) {
        this(home, progress, FOR_A_BUILD, FOR_A_SEARCH);
    }

    /// @param forABuild how long to wait for who changes the index
    /// @param forASearch how long to wait for who adds vectors
    EmbedJob(Path home, Progress progress, Duration forABuild, Duration forASearch) {
        this.folder = new SnapshotFolder(home);
        this.progress = progress;
        this.forABuild = forABuild;
        this.forASearch = forASearch;
    }

    /// What was done.
    ///
    /// @param snapshot that is current now
    /// @param embedded how many vectors were computed
    /// @param covered how many articles of the snapshot have a vector now
    /// @param articles how many it has
    public record Embedded(String snapshot, long embedded, long covered, long articles) {}

    /// Embeds at most so many articles.
    ///
    /// @throws WrongInputException where no snapshot was published yet, another job embeds or publishes for
    ///     long, or the snapshot is of another version
    public Embedded run(long limit) throws IOException {
        SnapshotManifest manifest = current();
        Patience patience = new Patience(forASearch, progress::say);
        try (VectorWriter store = VectorWriter.open(VectorStore.folder(folder.home()), patience)) {
            try {
                return run(manifest, store, limit);
            } finally {
                SnapshotBuild.delete(VectorPartFiles.work(folder));
            }
        }
    }

    private Embedded run(SnapshotManifest manifest, VectorWriter store, long limit) throws IOException {
        SnapshotBuild.delete(VectorPartFiles.work(folder));
        long embedded;
        Map<String, Path> written;
        Set<String> damaged;
        try (MultiReader reader = OpenParts.of(folder, manifest);
                HeldVectors held = HeldVectors.open(folder, manifest, progress)) {
            embedded = new MissingVectors(reader, held, store, progress).embed(limit);
            written = new NewVectorParts(manifest, reader, held, store, progress).write(VectorPartFiles.work(folder));
            damaged = held.damaged();
        }
        SnapshotManifest published = written.isEmpty() && damaged.isEmpty() ? manifest : publish(written, damaged);
        return new Embedded(published.id(), embedded, published.coverage().articles(), published.articles());
    }

    /// The current snapshot.
    ///
    /// @throws WrongInputException where there is none, or it is another version's
    private SnapshotManifest current() {
        SnapshotManifest manifest = folder.manifest(folder.findCurrent()
                .orElseThrow(() ->
                        new WrongInputException("no index in " + folder.home() + " yet: run `plumbline index build`")));
        if (!VectorCoverage.without(manifest.settings()).equals(Settings.all())) {
            throw new WrongInputException(
                    "snapshot " + manifest.id() + " was built by another version: run `plumbline index build` first");
        }
        return manifest;
    }

    /// Publishes the parts of what is current when it is this job's turn with the vectors that were written. An
    /// update that was published meanwhile keeps its new parts, without vectors; where no part is left that gets or
    /// loses vectors, nothing is published.
    ///
    /// @param written by part id, where its vectors lie
    /// @param damaged ids of vector parts that are left out
    private SnapshotManifest publish(Map<String, Path> written, Set<String> damaged) throws IOException {
        while (true) {
            SnapshotManifest now = current();
            if (now.parts().stream()
                    .noneMatch(part -> written.containsKey(part.id()) || damaged.contains(part.vectors()))) {
                return now;
            }
            Patience patience = new Patience(forABuild, progress::say);
            try (SnapshotBuild build = SnapshotBuild.begin(folder.home(), corpus(now), patience)) {
                if (current().equals(now)) {
                    return publish(build, now, written, damaged);
                }
            }
        }
    }

    private static CorpusVersion corpus(SnapshotManifest of) {
        return new CorpusVersion(of.format(), of.corpusVersion(), of.generation(), of.tables(), of.corpusDigest());
    }

    private SnapshotManifest publish(
            SnapshotBuild build, SnapshotManifest now, Map<String, Path> written, Set<String> damaged)
            throws IOException {
        List<SnapshotPart> parts = new ArrayList<>();
        Map<String, Path> dead = new HashMap<>();
        for (SnapshotPart part : now.parts()) {
            SnapshotPart sound = damaged.contains(part.vectors()) ? part.withVectors("") : part;
            Path vectors = written.get(part.id());
            parts.add(vectors == null ? sound : part.withVectors(place(vectors)));
            if (!part.deadFile().isEmpty()) {
                dead.put(part.id(), folder.of(now.id()).resolve(part.deadFile()));
            }
        }
        return build.publish(parts, dead);
    }

    private String place(Path vectors) throws IOException {
        String id = vectors.getFileName().toString();
        if (!Files.exists(folder.vectorPart(id))) {
            Files.createDirectories(folder.vectorParts());
            Files.move(vectors, folder.vectorPart(id), StandardCopyOption.ATOMIC_MOVE);
        }
        return id;
    }
}
