package org.plumbline.index.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.plumbline.index.vector.VectorStore;
import org.plumbline.index.vector.VectorWriter;

/// Embeds the articles of the current snapshot that have no vector, and publishes a snapshot with the vectors there
/// are then.
///
/// A vector that was computed is kept whatever becomes of the job: killed anywhere, it goes on from there the next
/// time. Searches and builds go on beside it; only to publish it needs the right to change the index, for a moment.
public final class EmbedJob {

    private final SnapshotFolder folder;
    private final Progress progress;

    public EmbedJob(Path home, Progress progress) {
        this.folder = new SnapshotFolder(home);
        this.progress = progress;
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
    /// @throws WrongInputException where no snapshot was published yet, another job embeds or publishes, or the
    ///     snapshot is of another version
    public Embedded run(long limit) throws IOException {
        SnapshotManifest manifest = current();
        if (!VectorCoverage.without(manifest.settings()).equals(Settings.all())) {
            throw new WrongInputException(
                    "snapshot " + manifest.id() + " was built by another version: run `plumbline index build` first");
        }
        try (VectorWriter store = VectorWriter.open(VectorStore.folder(folder.home()))) {
            long embedded;
            Map<String, Path> written;
            try (MultiReader reader = OpenParts.of(folder, manifest)) {
                embedded = new MissingVectors(reader, store, progress).embed(limit);
                written = new NewVectorParts(folder, manifest, reader, store, progress).write();
            }
            SnapshotManifest published = written.isEmpty() ? manifest : publish(written);
            return new Embedded(published.id(), embedded, published.coverage().articles(), published.articles());
        }
    }

    private SnapshotManifest current() {
        return folder.manifest(folder.findCurrent()
                .orElseThrow(() ->
                        new WrongInputException("no index in " + folder.home() + " yet: run `plumbline index build`")));
    }

    /// Publishes the parts of what is current now with the vectors that were written; an update that was published
    /// meanwhile keeps its new parts, without vectors.
    ///
    /// @param written by part id, where its vectors lie
    private SnapshotManifest publish(Map<String, Path> written) throws IOException {
        SnapshotManifest now = current();
        CorpusVersion corpus = new CorpusVersion(
                now.format(), now.corpusVersion(), now.generation(), now.tables(), now.corpusDigest());
        try (SnapshotBuild build = SnapshotBuild.begin(folder.home(), corpus)) {
            if (!current().equals(now)) {
                throw new WrongInputException("another snapshot was published: run the command again");
            }
            List<SnapshotPart> parts = new ArrayList<>();
            Map<String, Path> dead = new HashMap<>();
            for (SnapshotPart part : now.parts()) {
                Path vectors = written.get(part.id());
                parts.add(vectors == null ? part : part.withVectors(place(vectors)));
                if (!part.deadFile().isEmpty()) {
                    dead.put(part.id(), folder.of(now.id()).resolve(part.deadFile()));
                }
            }
            return build.publish(parts, dead);
        }
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
