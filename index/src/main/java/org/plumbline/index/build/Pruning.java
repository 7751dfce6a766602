package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotPart;

/// Chooses which snapshots go, and removes them with the parts that no other has. The caller holds the lock from
/// choosing to removing. On Linux a reader that has one of them open reads on.
///
/// @param snapshots the ids of those that go
/// @param folders what is removed: the snapshots first, then parts and vector parts
/// @param bytes how much that frees
public record Pruning(List<String> snapshots, List<Path> folders, long bytes) {

    public Pruning {
        snapshots = List.copyOf(snapshots);
        folders = List.copyOf(folders);
    }

    /// What goes where the snapshots that were published last are kept, the current one and those that unfinished
    /// jobs go on with in any case.
    ///
    /// @param keep how many, the current one among them; at least 1
    /// @param named further ones to keep
    public static Pruning plan(SnapshotFolder folder, Publications publications, int keep, Set<String> named)
            throws IOException {
        List<String> ids = folder.ids();
        Set<String> kept = new HashSet<>(named);
        folder.findCurrent().ifPresent(kept::add);
        kept.addAll(JobPins.of(folder.home()));
        newest(publications, ids).stream().limit(keep).forEach(kept::add);
        List<String> gone = ids.stream().filter(id -> !kept.contains(id)).toList();
        Set<String> used = new HashSet<>();
        for (String id : ids) {
            if (kept.contains(id) && folder.isReadable(id)) {
                for (SnapshotPart part : folder.manifest(id).parts()) {
                    used.add(part.id());
                    used.add(part.vectors());
                }
            }
        }
        List<Path> folders = new ArrayList<>();
        gone.forEach(id -> folders.add(folder.of(id)));
        if (!gone.isEmpty()) {
            folders.addAll(unused(folder.parts(), used));
            folders.addAll(unused(folder.vectorParts(), used));
        }
        long bytes = 0;
        for (Path one : folders) {
            bytes += bytes(one);
        }
        return new Pruning(gone, folders, bytes);
    }

    /// Removes what was planned.
    public void run(SnapshotFolder folder) throws IOException {
        for (Path one : folders) {
            Sweeping.remove(folder, one);
        }
    }

    /// The snapshots by when they were published last, the newest first. Of one that the history does not
    /// know nobody asked for long.
    private static List<String> newest(Publications publications, List<String> ids) throws IOException {
        Set<String> newest = new LinkedHashSet<>();
        publications.all().reversed().forEach(publication -> newest.add(publication.id()));
        newest.retainAll(ids);
        return List.copyOf(newest);
    }

    private static NavigableSet<Path> unused(Path folder, Set<String> used) throws IOException {
        NavigableSet<Path> unused = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.filter(Files::isDirectory)
                        .filter(entry -> !entry.getFileName().toString().startsWith("."))
                        .filter(entry -> !used.contains(entry.getFileName().toString()))
                        .forEach(unused::add);
            }
        }
        return unused;
    }

    /// How many bytes the files below a folder have.
    public static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Pruning::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }
}
