package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorStore;

/// Chooses which snapshots go, and removes them with the parts that no other has. The caller holds the lock from
/// choosing to removing. On Linux a reader that has one of them open reads on.
///
/// @param snapshots the ids of those that go
/// @param folders what is removed: the snapshots first, then parts, vector parts, and vectors of models that are no
///     longer used
/// @param bytes how much that frees
/// @param obstacle why no part goes, in one line; empty where nothing stands against it
public record Pruning(List<String> snapshots, List<Path> folders, long bytes, String obstacle) {

    public Pruning {
        snapshots = List.copyOf(snapshots);
        folders = List.copyOf(folders);
    }

    /// What goes where the snapshots that were published last are kept, the current one and those that unfinished
    /// jobs go on with in any case. Where the history names too few, those of the newest corpus are kept instead;
    /// what a newer version built stays.
    ///
    /// @param keep how many, the current one among them; at least 1
    /// @param named further ones to keep
    /// @throws WrongInputException where one of these is not there
    public static Pruning plan(SnapshotFolder folder, Publications publications, int keep, Set<String> named)
            throws IOException {
        Map<String, ManifestState> states = states(folder);
        named.forEach(id -> mustBeThere(folder, id, states.keySet()));
        Set<String> kept = new HashSet<>(named);
        kept.addAll(JobPins.of(folder.home()));
        newest(folder, publications, states).stream().limit(keep).forEach(kept::add);
        List<String> gone = new ArrayList<>();
        List<String> staying = new ArrayList<>();
        states.forEach((id, state) -> (kept.contains(id) || state == ManifestState.NEWER ? staying : gone).add(id));
        List<Path> folders = new ArrayList<>();
        gone.forEach(id -> folders.add(folder.of(id)));
        Optional<String> obstacle = UsedParts.findObstacle(folder, staying);
        if (obstacle.isEmpty()) {
            folders.addAll(unused(folder, staying));
        }
        long bytes = 0;
        for (Path one : folders) {
            bytes += bytes(one);
        }
        return new Pruning(gone, folders, bytes, obstacle.orElse(""));
    }

    /// The parts, vector parts and vectors of models that these snapshots do not have; vectors of the model that
    /// this version has are kept.
    private static List<Path> unused(SnapshotFolder folder, List<String> staying) throws IOException {
        Set<String> used = UsedParts.of(folder, staying);
        Set<String> models = new HashSet<>(Set.of(Embedder.MODEL_ID));
        staying.stream()
                .filter(id -> ManifestState.of(folder, id) == ManifestState.READABLE)
                .forEach(id -> models.add(folder.manifest(id).coverage().model()));
        List<Path> unused = new ArrayList<>(unused(folder.parts(), used));
        unused.addAll(unused(folder.vectorParts(), used));
        unused.addAll(unused(VectorStore.models(folder.home()), models));
        return unused;
    }

    private static Map<String, ManifestState> states(SnapshotFolder folder) {
        Map<String, ManifestState> states = new LinkedHashMap<>();
        folder.ids().forEach(id -> states.put(id, ManifestState.of(folder, id)));
        return states;
    }

    private static void mustBeThere(SnapshotFolder folder, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            throw new WrongInputException("no snapshot " + folder.of(id).getFileName() + " in " + folder.root()
                    + " to keep: see `plumbline index list`");
        }
    }

    /// Removes what was planned.
    public void run(SnapshotFolder folder) throws IOException {
        for (Path one : folders) {
            Sweeping.remove(folder, one);
        }
    }

    /// The snapshots, in the order in which they are worth keeping: the current one, those that the history names,
    /// the last first, and those that it does not, the one of the newest corpus first.
    private static Set<String> newest(
            SnapshotFolder folder, Publications publications, Map<String, ManifestState> states) throws IOException {
        Set<String> newest = new LinkedHashSet<>();
        folder.findCurrent().ifPresent(newest::add);
        publications.all().reversed().forEach(publication -> newest.add(publication.id()));
        newest.retainAll(states.keySet());
        states.keySet().stream()
                .filter(id -> states.get(id) == ManifestState.READABLE)
                .map(folder::manifest)
                .sorted(Comparator.comparingLong(SnapshotManifest::corpusVersion)
                        .thenComparing(manifest -> manifest.coverage().articles())
                        .reversed())
                .forEach(manifest -> newest.add(manifest.id()));
        return newest;
    }

    /// How many bytes of vectors of models go that are no longer used.
    public long bytesOfOldModels(SnapshotFolder folder) throws IOException {
        Path models = VectorStore.models(folder.home());
        long bytes = 0;
        for (Path one : folders) {
            bytes += one.startsWith(models) ? bytes(one) : 0;
        }
        return bytes;
    }

    private static List<Path> unused(Path folder, Set<String> used) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !used.contains(entry.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /// How many bytes the files below a folder have; 0 where there is none.
    public static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Pruning::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException removedMeanwhile) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }
}
