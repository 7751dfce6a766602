package org.plumbline.index.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.index.Holding;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.SnapshotPart.PartFile;

/// The files of a part: named by their own digests, so that no two parts have one name.
final class PartFiles {

    private PartFiles() {}

    /// The part that lies in a folder.
    static SnapshotPart read(Path folder, Holding holding) throws IOException {
        SortedMap<String, PartFile> files = new TreeMap<>();
        for (Path file : list(folder)) {
            files.put(file.getFileName().toString(), new PartFile(Files.size(file), Sha256.ofFile(file)));
        }
        return new SnapshotPart(id(files), holding, files);
    }

    static String id(Map<String, PartFile> files) {
        return "p"
                + Sha256.hex(digest ->
                                files.forEach((name, file) -> digest.field(name).field(file.sha256())))
                        .substring(0, 16);
    }

    /// Gives a finished part its name among others.
    static void place(Path written, Path parts, SnapshotPart part) throws IOException {
        NewFile.place(written, parts.resolve(part.id()));
    }

    /// Whether every file is there and as long as it was written.
    static boolean areThere(Path folder, SnapshotPart part) throws IOException {
        for (Map.Entry<String, PartFile> file : part.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || Files.size(path) != file.getValue().bytes()) {
                return false;
            }
        }
        return true;
    }

    /// What differs between the files and the part's record.
    static List<String> findings(Path folder, SnapshotPart part) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, PartFile> file : part.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                findings.add("part " + part.id() + ": " + file.getKey() + " is missing");
            } else if (!Sha256.ofFile(path).equals(file.getValue().sha256())) {
                findings.add("part " + part.id() + ": " + file.getKey() + " has other bytes than were written");
            }
        }
        for (Path file : list(folder)) {
            if (!part.files().containsKey(file.getFileName().toString())) {
                findings.add("part " + part.id() + ": " + file.getFileName() + " does not belong here");
            }
        }
        return findings;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
