package org.plumbline.index.mesh;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.citations.WrongInputException;

/// The stored vocabulary of a home: one line that names format and digest, then a line a heading, by id: id, name,
/// tree numbers, entry terms, with tabs between and `|` within.
public final class MeshFile {

    private static final String FORMAT = "plumbline-mesh-1";
    private static final String BREAKS = "[\\t\\r\\n|]+";

    private MeshFile() {}

    /// Where a home keeps it.
    public static Path of(Path home) {
        return home.resolve("vocabulary").resolve("mesh.tsv");
    }

    /// Reads the vocabulary of a home, where it has one.
    ///
    /// @throws WrongInputException where its file is damaged
    public static Optional<MeshVocabulary> find(Path home) {
        Path file = of(home);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return Optional.of(read(lines, file));
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongInputException(damaged(file, String.valueOf(e.getMessage())), e);
        }
    }

    private static MeshVocabulary read(BufferedReader lines, Path file) throws IOException {
        String head = lines.readLine();
        String[] parts = head == null ? new String[0] : head.split("\t", -1);
        if (parts.length != 2 || !parts[0].equals(FORMAT)) {
            throw new WrongInputException(damaged(file, "not of the format " + FORMAT));
        }
        MessageDigest digest = sha256();
        List<MeshDescriptor> descriptors = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            descriptors.add(descriptor(line));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(parts[1])) {
            throw new WrongInputException(damaged(file, "its lines do not have its digest"));
        }
        return new MeshVocabulary(parts[1], descriptors);
    }

    private static String damaged(Path file, String what) {
        return file + " is damaged (" + what + "): run `plumbline index mesh FILE` again";
    }

    /// Gives a home a vocabulary, in place of what it had; readers see the old one or the new one.
    public static MeshVocabulary write(Path home, Collection<MeshDescriptor> descriptors) throws IOException {
        TreeMap<String, MeshDescriptor> byId = new TreeMap<>();
        descriptors.forEach(descriptor -> byId.put(descriptor.id(), descriptor));
        MessageDigest digest = sha256();
        byId.values().forEach(one -> digest.update((line(one) + "\n").getBytes(StandardCharsets.UTF_8)));
        String hex = HexFormat.of().formatHex(digest.digest());
        Path file = of(home);
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".mesh", ".tsv");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                out.write(FORMAT + "\t" + hex + "\n");
                for (MeshDescriptor descriptor : byId.values()) {
                    out.write(line(descriptor) + "\n");
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return new MeshVocabulary(hex, byId.values());
    }

    private static String line(MeshDescriptor descriptor) {
        return String.join(
                "\t",
                descriptor.id(),
                descriptor.name().replaceAll(BREAKS, " "),
                joined(descriptor.trees()),
                joined(descriptor.entryTerms()));
    }

    private static String joined(List<String> values) {
        return String.join(
                "|",
                values.stream()
                        .map(value -> value.replaceAll(BREAKS, " "))
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private static MeshDescriptor descriptor(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a line has " + parts.length + " columns");
        }
        return new MeshDescriptor(parts[0], parts[1], values(parts[2]), values(parts[3]));
    }

    private static List<String> values(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
