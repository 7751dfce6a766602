package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.index.DigestSum;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorPart;

/// Counts which live articles of parts have a vector: in the parts' vector parts, less the dead.
final class Coverage {

    private long articles;
    private DigestSum sum = DigestSum.ZERO;

    private Coverage() {}

    /// What a snapshot of these parts covers.
    ///
    /// @param dead by part id, the files with the dead blocks of parts that name one
    static VectorCoverage of(SnapshotFolder folder, List<SnapshotPart> parts, Map<String, Path> dead)
            throws IOException {
        Coverage coverage = new Coverage();
        for (SnapshotPart part : parts) {
            if (!part.vectors().isEmpty()) {
                Path file = dead.get(part.id());
                coverage.add(folder.vectorPart(part.vectors()), file == null ? DeadBlocks.NONE : DeadBlocks.read(file));
            }
        }
        return coverage.articles == 0
                ? VectorCoverage.NONE
                : new VectorCoverage(Embedder.MODEL_ID, coverage.articles, coverage.sum);
    }

    /// The parts without those vectors that are lost, or are another model's: they are computed again.
    static List<SnapshotPart> withWhole(SnapshotFolder folder, List<SnapshotPart> parts) throws IOException {
        List<SnapshotPart> whole = new ArrayList<>();
        for (SnapshotPart part : parts) {
            boolean keeps = part.vectors().isEmpty()
                    || VectorPartFiles.areThere(folder.vectorPart(part.vectors()), Embedder.MODEL_ID);
            whole.add(keeps ? part : part.withVectors(""));
        }
        return whole;
    }

    private void add(Path folder, DeadBlocks dead) throws IOException {
        try (VectorPart part = VectorPart.open(folder)) {
            for (int vector = 0; vector < part.size(); vector++) {
                if (!dead.contains(part.article(vector))) {
                    articles++;
                    sum = sum.plus(DigestSum.of(part.key(vector).bytes()));
                }
            }
        }
    }
}
