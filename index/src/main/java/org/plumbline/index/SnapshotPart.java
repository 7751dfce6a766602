package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// One part of a snapshot: a folder of Lucene files of one segment, never edited and shared by snapshots, and what
/// this snapshot leaves out of it.
///
/// @param id `p` and 16 hex digits of the digest of its files, which is also its folder's name
/// @param holding what the folder holds, the dead included
/// @param files by name
/// @param dead what the snapshot leaves out
/// @param deadFile the file in the snapshot's folder that names the dead blocks; empty where nothing is dead
/// @param deadFileDigest the SHA-256 of that file; empty where there is none
/// @param vectors the id of its vector part; empty where it has none
@JsonPropertyOrder({"id", "holding", "files", "dead", "deadFile", "deadFileDigest", "vectors"})
public record SnapshotPart(
        String id,
        Holding holding,
        SortedMap<String, PartFile> files,
        Holding dead,
        String deadFile,
        String deadFileDigest,
        String vectors) {

    /// A file of a part.
    public record PartFile(long bytes, String sha256) {}

    public SnapshotPart {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// A part of which nothing is dead.
    public SnapshotPart(String id, Holding holding, SortedMap<String, PartFile> files) {
        this(id, holding, files, Holding.NOTHING, "", "", "");
    }

    /// What the snapshot has of it.
    public Holding live() {
        return holding.minus(dead);
    }

    public long bytes() {
        return files.values().stream().mapToLong(PartFile::bytes).sum();
    }

    /// The part with more left out.
    public SnapshotPart withDead(Holding all, String file, String digest) {
        return new SnapshotPart(id, holding, files, all, file, digest, vectors);
    }

    /// The part with its vectors in `<home>/index/vector-parts/<vectors>/`.
    public SnapshotPart withVectors(String id) {
        return new SnapshotPart(this.id, holding, files, dead, deadFile, deadFileDigest, id);
    }
}
