package org.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// Where snapshots lie: `<home>/index/<id>/` with `manifest.json`, its digest beside it, and `shard-0/` and so on;
/// `<home>/index/CURRENT` names the one that was published last.
public record SnapshotFolder(Path home) {

    public static final String MANIFEST = "manifest.json";
    public static final String MANIFEST_DIGEST = "manifest.sha256";

    public Path root() {
        return home.resolve("index");
    }

    public Path pointer() {
        return root().resolve("CURRENT");
    }

    public Path of(String id) {
        if (!id.matches("s[0-9a-f]{16}")) {
            throw new WrongInputException("\"" + id.lines().findFirst().orElse("")
                    + "\" is no snapshot id (s and 16 hex digits): see `plumbline index list`");
        }
        return root().resolve(id);
    }

    /// The folder of one shard within a snapshot's folder.
    public static Path shard(Path snapshot, int shard) {
        return snapshot.resolve("shard-" + shard);
    }

    /// The id of the snapshot that was published last.
    public Optional<String> findCurrent() {
        if (!Files.exists(pointer())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(pointer()).strip());
        } catch (IOException e) {
            throw new WrongInputException(pointer() + " cannot be read: check its permissions", e);
        }
    }

    /// The ids of all snapshots that are complete, sorted.
    public List<String> ids() {
        if (!Files.isDirectory(root())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("s[0-9a-f]{16}"))
                    .filter(name -> Files.exists(of(name).resolve(MANIFEST)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root(), e);
        }
    }

    /// The manifest of a snapshot.
    ///
    /// @throws WrongInputException where there is no such snapshot, or a newer version wrote it
    public SnapshotManifest manifest(String id) {
        Path file = of(id).resolve(MANIFEST);
        SnapshotManifest manifest;
        try {
            manifest = Json.read(Files.readString(file), SnapshotManifest.class);
        } catch (WrongInputException e) {
            throw new WrongInputException(
                    file + " is damaged (" + e.getMessage() + "): remove its folder and run `plumbline index build`",
                    e);
        } catch (IOException e) {
            throw new WrongInputException("no snapshot " + id + " in " + root() + ": see `plumbline index list`", e);
        }
        if (manifest.format() > SnapshotManifest.FORMAT) {
            throw new WrongInputException("snapshot " + id + " has format " + manifest.format()
                    + ": it was built by a newer Plumbline; use that one, or build again");
        }
        return manifest;
    }
}
