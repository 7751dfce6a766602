package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotPart.PartFile;
import org.plumbline.index.vector.Embedder;

/// What a vector part is: the list of its files, which lies among them as `vectors.json`. The part's id is `v` and
/// 16 hex digits of the list's digest.
///
/// @param model that the vectors are of
/// @param part the id of the part whose articles they are of
/// @param vectors how many there are, those of articles that a snapshot leaves out among them
/// @param sum of their keys
/// @param files by name
@JsonPropertyOrder({"model", "part", "vectors", "sum", "files"})
public record VectorPartList(String model, String part, int vectors, DigestSum sum, SortedMap<String, PartFile> files) {

    public static final String FILE = "vectors.json";

    public VectorPartList {
        Objects.requireNonNull(model);
        Objects.requireNonNull(part);
        Objects.requireNonNull(sum);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// Reads the list of a vector part; empty where it is not there, or is not what was written.
    public static Optional<VectorPartList> find(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] json = Files.readAllBytes(file);
        if (!id(json).equals(String.valueOf(folder.getFileName()))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(new String(json, StandardCharsets.UTF_8), VectorPartList.class));
        } catch (WrongInputException olderLayout) {
            return Optional.empty();
        }
    }

    /// The id of the vector part with this list.
    public static String id(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return "v" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Whether the vectors are this version's, and of the articles of a part.
    public boolean isOf(SnapshotPart textPart) {
        return model.equals(Embedder.MODEL_ID) && part.equals(textPart.id());
    }
}
