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
import java.util.function.Consumer;
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
    /// vector parts that no snapshot has. A manifest that is damaged or of a newer version keeps every part.
    ///
    /// @param say is told, for people, why parts stay that may be nobody's
    static void of(SnapshotFolder folder, Consumer<String> say) throws IOException {
        delete(folder.root().resolve(BUILDING));
        delete(folder.root().resolve(REMOVED));
        removeUnfinishedVectors(folder);
        List<String> ids = folder.ids();
        Optional<String> obstacle = UsedParts.findObstacle(folder, ids);
        if (obstacle.isPresent()) {
            say.accept(obstacle.get());
            return;
        }
        for (String id : ids) {
            if (folder.isReadable(id)) {
                removeStrangers(folder.of(id), folder.manifest(id));
            }
        }
        removeUnused(folder, UsedParts.of(folder, ids));
    }

    private static void removeUnused(SnapshotFolder folder, Set<String> used) throws IOException {
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
            String name = file.getFileName().toString();
            if (NewFile.isUnfinished(name) || (name.startsWith(DEAD) && !names.contains(name))) {
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
