package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.lock.Patience;
import org.plumbline.index.lock.ProcessLock;

/// Adds vectors to a store. There is one writer at a time, by a lock; killed at any byte it loses at most the vector
/// that it was writing. One thread at a time may call it.
public final class VectorWriter implements AutoCloseable {

    private final ProcessLock lock;
    private final StoredKeys keys;
    private final VectorRecords records;

    private VectorWriter(ProcessLock lock, StoredKeys keys, VectorRecords records) {
        this.lock = lock;
        this.keys = keys;
        this.records = records;
    }

    /// Opens the store in a folder, which is made where it is not there.
    ///
    /// @throws WrongInputException where another writes, or the folder cannot be written
    public static VectorWriter open(Path folder) throws IOException {
        return open(folder, Patience.NONE);
    }

    /// The same, waiting while another writes.
    public static VectorWriter open(Path folder, Patience patience) throws IOException {
        try {
            return find(folder, StoredKeys.USUAL, patience)
                    .orElseThrow(() ->
                            new WrongInputException(folder + ": another process adds vectors; wait until it is done"));
        } catch (AccessDeniedException | FileAlreadyExistsException | ReadOnlyFileSystemException e) {
            throw new WrongInputException(
                    folder + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    /// The same; empty where another writes.
    public static Optional<VectorWriter> find(Path folder) throws IOException {
        return find(folder, StoredKeys.USUAL);
    }

    static Optional<VectorWriter> find(Path folder, int mostKeys) throws IOException {
        return find(folder, mostKeys, Patience.NONE);
    }

    private static Optional<VectorWriter> find(Path folder, int mostKeys, Patience patience) throws IOException {
        Files.createDirectories(folder);
        Optional<ProcessLock> found = ProcessLock.find(folder, patience, "another process that adds vectors");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ProcessLock lock = found.get();
        try {
            return Optional.of(open(lock, folder, mostKeys));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static VectorWriter open(ProcessLock lock, Path folder, int mostKeys) throws IOException {
        StoredKeys keys = StoredKeys.open(folder, mostKeys);
        try {
            keys.sweep();
            return open(lock, keys, VectorRecords.append(folder, keys.indexed()));
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private static VectorWriter open(ProcessLock lock, StoredKeys keys, VectorRecords records) throws IOException {
        try {
            if (records.next() < keys.indexed()) {
                keys.forget();
            }
            VectorWriter writer = new VectorWriter(lock, keys, records);
            writer.index();
            return writer;
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    /// Takes up the keys that are in no run.
    private void index() throws IOException {
        for (long number = keys.indexed(); number < records.next(); number++) {
            long each = number;
            records.findKey(number).ifPresent(key -> keys.add(key, each));
            if (keys.isFull()) {
                keys.flush(number + 1);
            }
        }
    }

    /// Adds a vector; one that is there already is left as it is.
    public void add(VectorKey key, float[] vector) throws IOException {
        if (vector.length != Embedder.DIMENSIONS) {
            throw new IllegalArgumentException("a vector has " + Embedder.DIMENSIONS + " floats, not " + vector.length);
        }
        if (find(key).isPresent()) {
            return;
        }
        keys.add(key, records.add(key, vector));
        if (keys.isFull()) {
            flush();
        }
    }

    public Optional<float[]> find(VectorKey key) throws IOException {
        return keys.find(key, records);
    }

    /// Whether a record has this key; the vector in it may be damaged.
    public boolean contains(VectorKey key) throws IOException {
        return keys.contains(key, records);
    }

    /// How many vectors are there, damaged ones included.
    public long size() {
        return records.next();
    }

    /// Makes all that was added outlive the machine.
    public void flush() throws IOException {
        records.force();
        keys.flush(records.next());
    }

    /// Gives the lock back. What was added outlives the process, and with [#flush] the machine.
    @Override
    public void close() throws IOException {
        try (lock;
                records;
                keys) {
            // Closed from the last to the first, each whatever becomes of the others.
        }
    }
}
