package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// Sorts more lines than memory holds, in a file that goes away with it. For one thread.
public final class SortedStore implements AutoCloseable {

    private final Path file;
    private final MVStore store;
    private final MVMap<String, String> lines;

    private SortedStore(Path file) {
        this.file = file;
        this.store = Ledger.store(file);
        this.lines = Ledger.map(store, "lines");
    }

    /// An empty one; what an earlier process left there is removed.
    public static SortedStore make(Path file) {
        remove(file);
        return new SortedStore(file);
    }

    public void put(String key, String line) {
        var _ = lines.put(key, line);
    }

    /// The line of a key; empty where there is none.
    public String line(String key) {
        return Optional.ofNullable(lines.get(key)).orElse("");
    }

    public long size() {
        return lines.sizeAsLong();
    }

    /// By key in ascending order of its characters.
    public Iterator<Map.Entry<String, String>> lines() {
        return new KeyWalk(lines);
    }

    @Override
    public void close() {
        store.closeImmediately();
        remove(file);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }
}
