package org.plumbline.index.embed;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    private HeldVectors() {}

    static HeldVectors open(SnapshotFolder folder, SnapshotManifest manifest, Progress progress) throws IOException {
        HeldVectors held = new HeldVectors();
        try (Progress.Stage _ = progress.stage("reading vector parts")) {
            for (int i = 0; i < manifest.parts().size(); i++) {
                SnapshotPart part = manifest.parts().get(i);
                if (!part.vectors().isEmpty()
                        && VectorPartFiles.findings(folder, part).isEmpty()) {
                    held.parts.put(i, VectorPart.open(folder.vectorPart(part.vectors())));
                }
            }
            return held;
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
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
