package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the vectors that were computed so far, by the words that were embedded: `<home>/index/vectors/<model>/`.
/// Sees what was there when it was opened, also while a [VectorWriter] adds more. Any thread may call it.
///
/// A vector takes 1,572 bytes and 16 more for its key; on the heap there is only what the last few thousand keys take.
public final class VectorStore implements AutoCloseable {

    /// How many records without a run are looked at: more are there only where runs were lost, until a writer has made
    /// them again.
    private static final long MOST_UNINDEXED = 1 << 16;

    private final StoredKeys keys;
    private final VectorRecords records;

    private VectorStore(StoredKeys keys, VectorRecords records) {
        this.keys = keys;
        this.records = records;
    }

    /// The folder of the vectors of [Embedder#MODEL_ID] in a home.
    public static Path folder(Path home) {
        return models(home).resolve(Embedder.MODEL_ID);
    }

    /// The folder of the vectors of all models, each in a folder of its own.
    public static Path models(Path home) {
        return home.resolve("index").resolve("vectors");
    }

    /// Opens the store in a folder; empty where there is no such folder.
    public static Optional<VectorStore> find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        StoredKeys keys = StoredKeys.open(folder, Integer.MAX_VALUE);
        try {
            return Optional.of(open(keys, VectorRecords.read(folder)));
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private static VectorStore open(StoredKeys keys, VectorRecords records) throws IOException {
        try {
            long until = Math.min(records.next(), keys.indexed() + MOST_UNINDEXED);
            for (long number = keys.indexed(); number < until; number++) {
                long each = number;
                records.findKey(number).ifPresent(key -> keys.add(key, each));
            }
            return new VectorStore(keys, records);
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    public Optional<float[]> find(VectorKey key) throws IOException {
        return keys.find(key, records);
    }

    /// How many vectors are there, damaged ones included.
    public long size() {
        return records.next();
    }

    @Override
    public void close() throws IOException {
        try (records;
                keys) {
            // Closed from the last to the first, each whatever becomes of the others.
        }
    }
}
