package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.FSDirectory;
import org.plumbline.index.lucene.DeadBlocks;
import org.plumbline.index.lucene.LiveReader;
import org.plumbline.index.lucene.WithinIndex;

/// Opens the parts of a snapshot for reading.
@WithinIndex("builds and vectors open parts as a search does")
public final class OpenParts {

    private OpenParts() {}

    /// A reader of all parts: leaf `i` is part `i` of the manifest. Closing it closes them.
    public static MultiReader of(SnapshotFolder folder, SnapshotManifest manifest) throws IOException {
        List<IndexReader> parts = new ArrayList<>();
        try {
            for (SnapshotPart part : manifest.parts()) {
                parts.add(of(folder, manifest.id(), part));
            }
            return new MultiReader(parts.toArray(IndexReader[]::new), true);
        } catch (IOException | RuntimeException e) {
            parts.forEach(OpenParts::close);
            throw e;
        }
    }

    /// A reader of one part of a snapshot.
    public static DirectoryReader of(SnapshotFolder folder, String snapshot, SnapshotPart part) throws IOException {
        DeadBlocks dead = part.deadFile().isEmpty()
                ? DeadBlocks.NONE
                : DeadBlocks.read(folder.of(snapshot).resolve(part.deadFile()));
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.part(part.id())));
        if (reader.leaves().size() != 1) {
            reader.close();
            throw new IOException(
                    "part " + part.id() + " has " + reader.leaves().size() + " segments instead of one");
        }
        return LiveReader.of(reader, dead);
    }

    private static void close(IndexReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a part", e);
        }
    }
}
