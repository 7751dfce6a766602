package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.lock.ProcessLock;
import org.plumbline.index.vector.VectorStore;

/// Removes what belongs to no snapshot. The caller holds the lock.
final class Sweeping {

    /// How the files begin that name the dead blocks of parts.
    static final String DEAD = "dead-";
    static final String BUILDING = ".building";
    private static final String REMOVED = ".removed";

    private Sweeping() {}

    /// Removes what killed processes left: half-built things, files of manifests that were replaced, parts and
    /// vector parts that no snapshot has. A manifest that cannot be read keeps every part.
    static void of(SnapshotFolder folder) throws IOException {
        delete(folder.root().resolve(BUILDING));
        delete(folder.root().resolve(REMOVED));
        removeUnfinishedVectors(folder);
        List<String> ids = folder.ids();
        if (!ids.stream().allMatch(id -> SnapshotCheck.isManifestSound(folder, id))) {
            return;
        }
        Set<String> used = new HashSet<>();
        for (String id : ids) {
            if (folder.isReadable(id)) {
                SnapshotManifest manifest = folder.manifest(id);
                manifest.parts().forEach(part -> used.addAll(List.of(part.id(), part.vectors())));
                removeStrangers(folder.of(id), manifest);
            }
        }
        for (String part : folder.partIds()) {
            if (!used.contains(part)) {
                remove(folder, folder.part(part));
            }
        }
        for (String part : folder.vectorPartIds()) {
            if (!used.contains(part)) {
                remove(folder, folder.vectorPart(part));
            }
        }
    }

    /// What a killed `embed` left; one that runs has the store's lock.
    private static void removeUnfinishedVectors(SnapshotFolder folder) throws IOException {
        Path store = VectorStore.folder(folder.home());
        if (Files.isDirectory(VectorPartFiles.work(folder)) && Files.isDirectory(store)) {
            Optional<ProcessLock> lock = ProcessLock.find(store);
            try (ProcessLock _ = lock.orElse(null)) {
                if (lock.isPresent()) {
                    delete(VectorPartFiles.work(folder));
                }
            }
        }
    }

    private static void removeStrangers(Path snapshot, SnapshotManifest manifest) throws IOException {
        Set<String> names = new HashSet<>(Set.of(SnapshotFolder.MANIFEST, SnapshotFolder.MANIFEST_DIGEST));
        manifest.parts().stream().map(SnapshotPart::deadFile).forEach(names::add);
        for (Path file : SnapshotCheck.files(snapshot)) {
            if (file.getFileName().toString().startsWith(DEAD)
                    && !names.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    /// Removes a folder so that it is there whole or, to anybody who looks, not at all.
    static void remove(SnapshotFolder folder, Path gone) throws IOException {
        Path removed = folder.root().resolve(REMOVED);
        Files.createDirectories(removed);
        Path hidden = removed.resolve(gone.getFileName());
        Files.move(gone, hidden, StandardCopyOption.ATOMIC_MOVE);
        delete(removed);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }
}
