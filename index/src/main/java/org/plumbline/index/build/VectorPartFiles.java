package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotPart.PartFile;

/// The files of a vector part, and the list of them that lies among them: `vectors.json`. The part's id is `v` and 16
/// hex digits of the list's digest.
public final class VectorPartFiles {

    private static final String LIST = "vectors.json";

    private VectorPartFiles() {}

    /// What a vector part is.
    ///
    /// @param model that the vectors are of
    /// @param vectors how many there are, those of articles that a snapshot leaves out among them
    record Contents(String model, int vectors, SortedMap<String, PartFile> files) {}

    /// Completes a folder in which vectors were written, and answers the id that it is to have.
    public static String complete(Path folder, String model, int vectors) throws IOException {
        SortedMap<String, PartFile> files = new TreeMap<>();
        for (Path file : list(folder)) {
            files.put(file.getFileName().toString(), new PartFile(Files.size(file), Sha256.ofFile(file)));
        }
        String json = Json.PAGE.writeValueAsString(new Contents(model, vectors, files));
        NewFile.write(folder.resolve(LIST), json);
        return id(json);
    }

    /// Whether a vector part of a model is there, each file as long as it was written.
    public static boolean areThere(Path folder, String model) throws IOException {
        if (!Files.isRegularFile(folder.resolve(LIST))) {
            return false;
        }
        Contents contents = Json.read(Files.readString(folder.resolve(LIST)), Contents.class);
        for (Map.Entry<String, PartFile> file : contents.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || Files.size(path) != file.getValue().bytes()) {
                return false;
            }
        }
        return contents.model().equals(model);
    }

    /// What differs between the files and the list, one line each.
    static List<String> findings(Path folder) throws IOException {
        String name = "vector part " + folder.getFileName() + ": ";
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return List.of(name + LIST + " is missing");
        }
        String json = Files.readString(list, StandardCharsets.ISO_8859_1);
        if (!id(json).equals(String.valueOf(folder.getFileName()))) {
            return List.of(name + LIST + " has other bytes than were written");
        }
        Contents contents;
        try {
            contents = Json.read(json, Contents.class);
        } catch (WrongInputException e) {
            return List.of(name + e.getMessage());
        }
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, PartFile> file : contents.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                findings.add(name + file.getKey() + " is missing");
            } else if (!Sha256.ofFile(path).equals(file.getValue().sha256())) {
                findings.add(name + file.getKey() + " has other bytes than were written");
            }
        }
        for (Path file : list(folder)) {
            if (!contents.files().containsKey(file.getFileName().toString()) && !file.equals(list)) {
                findings.add(name + file.getFileName() + " does not belong here");
            }
        }
        return findings;
    }

    private static String id(String json) {
        return "v"
                + SnapshotCheck.sha256(json.getBytes(StandardCharsets.ISO_8859_1))
                        .substring(0, 16);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
