package org.plumbline.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// Where snapshots lie: `<home>/index/<id>/` with `manifest.json`, its digest beside it, and what it leaves out of
/// its parts; `<home>/index/parts/<part id>/` with the parts, which snapshots share; `<home>/index/CURRENT` names the
/// snapshot that was published last, `HISTORY` those before it.
public record SnapshotFolder(Path home) {

    public static final String MANIFEST = "manifest.json";
    public static final String MANIFEST_DIGEST = "manifest.sha256";

    private static final String ID = "s[0-9a-f]{16}";
    private static final String PART_ID = "p[0-9a-f]{16}";
    private static final String VECTOR_PART_ID = "v[0-9a-f]{16}";

    public Path root() {
        return home.resolve("index");
    }

    public Path pointer() {
        return root().resolve("CURRENT");
    }

    public Path of(String id) {
        if (!id.matches(ID)) {
            throw new WrongInputException("\"" + id.lines().findFirst().orElse("")
                    + "\" is no snapshot id (s and 16 hex digits): see `plumbline index list`");
        }
        return root().resolve(id);
    }

    /// The folder of all parts.
    public Path parts() {
        return root().resolve("parts");
    }

    /// The folder of one part.
    public Path part(String id) {
        return parts().resolve(id);
    }

    /// The folder of all vector parts.
    public Path vectorParts() {
        return root().resolve("vector-parts");
    }

    /// The folder of one vector part.
    public Path vectorPart(String id) {
        return vectorParts().resolve(id);
    }

    /// The id of the snapshot that was published last.
    public Optional<String> findCurrent() {
        if (!Files.exists(pointer())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Files.readString(pointer(), StandardCharsets.ISO_8859_1).strip());
        } catch (IOException e) {
            throw new WrongInputException(pointer() + " cannot be read: check its permissions", e);
        }
    }

    /// The ids of all snapshots that are complete, sorted.
    public List<String> ids() {
        return names(root(), ID).stream()
                .filter(name -> Files.exists(of(name).resolve(MANIFEST)))
                .toList();
    }

    /// The ids of all parts, sorted, those that no snapshot has among them.
    public List<String> partIds() {
        return names(parts(), PART_ID);
    }

    /// The ids of all vector parts, likewise.
    public List<String> vectorPartIds() {
        return names(vectorParts(), VECTOR_PART_ID);
    }

    private static List<String> names(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// The manifest of a snapshot.
    ///
    /// @throws WrongInputException where there is no such snapshot, or an older or newer version wrote it
    public SnapshotManifest manifest(String id) {
        String json = json(id);
        int format = format(id, json);
        if (format > SnapshotManifest.FORMAT) {
            throw new WrongInputException("snapshot " + id + " has format " + format
                    + ": it was built by a newer Plumbline; use that one, or build again");
        }
        if (format < SnapshotManifest.FORMAT) {
            throw new WrongInputException("snapshot " + id + " has format " + format
                    + ", from an older Plumbline: run `plumbline index build`");
        }
        try {
            return Json.read(json, SnapshotManifest.class);
        } catch (WrongInputException e) {
            throw damaged(id, e);
        }
    }

    /// Whether a snapshot has the layout that this version reads.
    public boolean isReadable(String id) {
        return format(id, json(id)) == SnapshotManifest.FORMAT;
    }

    /// The layout that a snapshot has.
    ///
    /// @throws WrongInputException where there is no such snapshot, or its manifest is no JSON
    public int format(String id) {
        return format(id, json(id));
    }

    /// What changes when a snapshot's manifest is replaced; empty where there is no such snapshot.
    public String state(String id) {
        try {
            return Files.readString(of(id).resolve(MANIFEST_DIGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private String json(String id) {
        try {
            return Files.readString(of(id).resolve(MANIFEST));
        } catch (IOException e) {
            throw new WrongInputException("no snapshot " + id + " in " + root() + ": see `plumbline index list`", e);
        }
    }

    private int format(String id, String json) {
        try {
            return Json.LINE.readTree(json).path("format").asInt();
        } catch (JsonProcessingException e) {
            throw damaged(id, e);
        }
    }

    private WrongInputException damaged(String id, Exception e) {
        return new WrongInputException(
                of(id).resolve(MANIFEST)
                        + " is damaged: run `plumbline index build --full` (`index verify` tells more)",
                e);
    }
}
