package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.index.DigestSum;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.VectorCoverage;
import org.plumbline.index.VectorPartList;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorKey;
import org.plumbline.index.vector.VectorPart;

/// Counts which live articles of parts have a vector: what the lists of their vector parts say, less the dead. Only
/// the dead are looked up.
final class Coverage {

    private final SnapshotFolder folder;
    private final Map<String, Path> dead;
    private long articles;
    private DigestSum sum = DigestSum.ZERO;

    private Coverage(SnapshotFolder folder, Map<String, Path> dead) {
        this.folder = folder;
        this.dead = dead;
    }

    /// What a snapshot covers.
    ///
    /// @param parts the snapshot's
    /// @param coverage which of their articles have a vector
    record Covered(List<SnapshotPart> parts, VectorCoverage coverage) {}

    /// What a snapshot of these parts covers, without those vector parts that are lost, damaged or another model's.
    ///
    /// @param dead by part id, the files with the dead blocks of parts that name one
    /// @param told of what is left out, for people
    static Covered of(SnapshotFolder folder, List<SnapshotPart> parts, Map<String, Path> dead, Consumer<String> told)
            throws IOException {
        Coverage coverage = new Coverage(folder, dead);
        List<SnapshotPart> covered = new ArrayList<>();
        for (SnapshotPart part : parts) {
            if (part.vectors().isEmpty() || coverage.add(part)) {
                covered.add(part);
            } else {
                told.accept("vector part " + part.vectors()
                        + " is missing, damaged or of another version: it is left out until `plumbline index embed`");
                covered.add(part.withVectors(""));
            }
        }
        return new Covered(covered, coverage.sum());
    }

    private VectorCoverage sum() {
        return articles == 0 ? VectorCoverage.NONE : new VectorCoverage(Embedder.MODEL_ID, articles, sum);
    }

    /// Whether the part's vectors could be counted.
    private boolean add(SnapshotPart part) throws IOException {
        Optional<VectorPartList> list = VectorPartFiles.find(folder, part);
        if (list.isEmpty()) {
            return false;
        }
        Path file = dead.get(part.id());
        DeadBlocks blocks = file == null ? DeadBlocks.NONE : DeadBlocks.read(file);
        try (VectorPart vectors = VectorPart.open(folder.vectorPart(part.vectors()))) {
            add(list.get(), vectors, blocks);
            return true;
        } catch (IOException damaged) {
            return false;
        }
    }

    private void add(VectorPartList list, VectorPart vectors, DeadBlocks blocks) {
        articles += list.vectors();
        sum = sum.plus(list.sum());
        blocks.articles().forEach(article -> {
            Optional<VectorKey> key = vectors.findKey(article);
            articles -= key.isPresent() ? 1 : 0;
            sum = key.isPresent() ? sum.minus(DigestSum.of(key.get().bytes())) : sum;
        });
    }
}
