package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.index.DigestSum;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.SnapshotPart.PartFile;
import org.plumbline.index.VectorPartList;
import org.plumbline.index.vector.Embedder;
import org.plumbline.index.vector.VectorPart;

/// The files of a vector part, and whether they are what was written.
public final class VectorPartFiles {

    private VectorPartFiles() {}

    /// Where vector parts are written, by whoever may add vectors to the store; it goes when they end, and what a
    /// killed one left is swept up.
    public static Path work(SnapshotFolder folder) {
        return folder.root().resolve(".embedding");
    }

    /// Completes a folder in which the vectors of a part were written, and answers the id that it is to have.
    public static String complete(Path folder, SnapshotPart part) throws IOException {
        SortedMap<String, PartFile> files = new TreeMap<>();
        for (Path file : list(folder)) {
            files.put(file.getFileName().toString(), new PartFile(Files.size(file), Sha256.ofFile(file)));
        }
        VectorPartList list;
        try (VectorPart vectors = VectorPart.open(folder)) {
            list = new VectorPartList(Embedder.MODEL_ID, part.id(), vectors.size(), sum(vectors), files);
        }
        String json = Json.PAGE.writeValueAsString(list);
        NewFile.write(folder.resolve(VectorPartList.FILE), json);
        return VectorPartList.id(json.getBytes(StandardCharsets.UTF_8));
    }

    private static DigestSum sum(VectorPart vectors) {
        DigestSum sum = DigestSum.ZERO;
        for (int vector = 0; vector < vectors.size(); vector++) {
            sum = sum.plus(DigestSum.of(vectors.key(vector).bytes()));
        }
        return sum;
    }

    /// The list of the vectors of a part, where they are there, each file as long as it was written.
    static Optional<VectorPartList> find(SnapshotFolder folder, SnapshotPart part) throws IOException {
        Path vectors = folder.vectorPart(part.vectors());
        Optional<VectorPartList> list = part.vectors().isEmpty()
                ? Optional.empty()
                : VectorPartList.find(vectors).filter(of -> of.isOf(part));
        return list.isPresent() && areThere(vectors, list.get()) ? list : Optional.empty();
    }

    private static boolean areThere(Path folder, VectorPartList list) throws IOException {
        for (Map.Entry<String, PartFile> file : list.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || Files.size(path) != file.getValue().bytes()) {
                return false;
            }
        }
        return true;
    }

    /// What differs between the files of a part's vectors and their list, one line each.
    public static List<String> findings(SnapshotFolder folder, SnapshotPart part) throws IOException {
        Path vectors = folder.vectorPart(part.vectors());
        String name = "vector part " + part.vectors() + ": ";
        if (!Files.isRegularFile(vectors.resolve(VectorPartList.FILE))) {
            return List.of(name + VectorPartList.FILE + " is missing");
        }
        Optional<VectorPartList> list = VectorPartList.find(vectors);
        if (list.isEmpty()) {
            return List.of(name + VectorPartList.FILE + " has other bytes than were written");
        }
        if (!list.get().part().equals(part.id())) {
            return List.of(name + "it is of part " + list.get().part() + ", not of part " + part.id());
        }
        return findings(vectors, name, list.get());
    }

    private static List<String> findings(Path vectors, String name, VectorPartList list) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, PartFile> file : list.files().entrySet()) {
            Path path = vectors.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                findings.add(name + file.getKey() + " is missing");
            } else if (!Sha256.ofFile(path).equals(file.getValue().sha256())) {
                findings.add(name + file.getKey() + " has other bytes than were written");
            }
        }
        for (Path file : list(vectors)) {
            String known = file.getFileName().toString();
            if (!list.files().containsKey(known) && !known.equals(VectorPartList.FILE)) {
                findings.add(name + known + " does not belong here");
            }
        }
        return findings;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
