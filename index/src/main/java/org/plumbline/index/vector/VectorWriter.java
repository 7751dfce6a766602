package org.plumbline.index.vector;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;

/// Adds vectors to a store. There is one writer at a time, by a lock; killed at any byte it loses at most the vector
/// that it was writing. One thread at a time may call it.
public final class VectorWriter implements AutoCloseable {

    private final FileChannel lock;
    private final StoredKeys keys;
    private final VectorRecords records;

    private VectorWriter(FileChannel lock, StoredKeys keys, VectorRecords records) {
        this.lock = lock;
        this.keys = keys;
        this.records = records;
    }

    /// Opens the store in a folder, which is made where it is not there.
    ///
    /// @throws WrongInputException where another process writes, or the folder cannot be written
    public static VectorWriter open(Path folder) throws IOException {
        try {
            return find(folder)
                    .orElseThrow(() ->
                            new WrongInputException(folder + ": another process adds vectors; wait until it is done"));
        } catch (AccessDeniedException | FileAlreadyExistsException | ReadOnlyFileSystemException e) {
            throw new WrongInputException(
                    folder + ": not writable (" + e.getClass().getSimpleName()
                            + "); give this user the right, or choose another --home",
                    e);
        }
    }

    /// The same; empty where another process writes.
    public static Optional<VectorWriter> find(Path folder) throws IOException {
        return find(folder, StoredKeys.USUAL);
    }

    static Optional<VectorWriter> find(Path folder, int mostKeys) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isHeld(lock)) {
            lock.close();
            return Optional.empty();
        }
        StoredKeys keys = StoredKeys.open(folder, mostKeys);
        keys.sweep();
        VectorRecords records = VectorRecords.append(folder, keys.indexed());
        if (records.next() < keys.indexed()) {
            keys.forget();
        }
        VectorWriter writer = new VectorWriter(lock, keys, records);
        writer.index();
        return Optional.of(writer);
    }

    private static boolean isHeld(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
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
        keys.close();
        records.close();
        lock.close();
    }
}
