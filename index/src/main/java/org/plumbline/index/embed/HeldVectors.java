package org.plumbline.index.embed;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.plumbline.citations.command.Progress;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.VectorPartFiles;
import org.plumbline.index.vector.VectorPart;

/// The vector parts of a snapshot, those of them that have the bytes that were written. One thread at a time may
/// call it.
final class HeldVectors implements AutoCloseable {

    /// By the place of their part.
    private final Map<Integer, VectorPart> parts = new HashMap<>();

    private final Set<String> damaged = new HashSet<>();

    private HeldVectors() {}

    static HeldVectors open(SnapshotFolder folder, SnapshotManifest manifest, Progress progress) throws IOException {
        HeldVectors held = new HeldVectors();
        try (Progress.Stage _ = progress.stage("reading vector parts")) {
            for (int i = 0; i < manifest.parts().size(); i++) {
                held.add(i, manifest.parts().get(i), folder);
            }
            return held;
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private void add(int place, SnapshotPart part, SnapshotFolder folder) throws IOException {
        if (part.vectors().isEmpty()) {
            return;
        }
        if (VectorPartFiles.findings(folder, part).isEmpty()) {
            parts.put(place, VectorPart.open(folder.vectorPart(part.vectors())));
        } else {
            damaged.add(part.vectors());
        }
    }

    /// The ids of the others.
    Set<String> damaged() {
        return Set.copyOf(damaged);
    }

    /// Whether an article's vector is in the vector part of its part.
    ///
    /// @param leaf the part, by its place in the manifest
    boolean has(LeafReaderContext leaf, int article) {
        VectorPart part = parts.get(leaf.ord);
        return part != null && part.findKey(article).isPresent();
    }

    Optional<float[]> find(LeafReaderContext leaf, int article) throws IOException {
        VectorPart part = parts.get(leaf.ord);
        return part == null ? Optional.empty() : part.find(article);
    }

    @Override
    public void close() throws IOException {
        for (VectorPart part : parts.values()) {
            part.close();
        }
    }
}
