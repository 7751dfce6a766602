package org.plumbline.index.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;

/// Compares snapshots with what their manifests say: first the bytes of every file, then, where these are right, the
/// content of every article. The files of a part that several snapshots share are read once.
public final class SnapshotCheck {

    private final SnapshotFolder folder;
    private final Map<String, List<String>> partFindings = new HashMap<>();

    public SnapshotCheck(SnapshotFolder folder) {
        this.folder = folder;
    }

    /// What is wrong, one line each; empty where all is right.
    public static List<String> of(SnapshotFolder folder, String id) throws IOException {
        return new SnapshotCheck(folder).of(id);
    }

    /// What is wrong with one snapshot, one line each; empty where all is right.
    public List<String> of(String id) throws IOException {
        List<String> findings = new ArrayList<>();
        if (!isManifestSound(folder, id)) {
            return List.of(SnapshotFolder.MANIFEST + " or its digest has other bytes than were written");
        }
        SnapshotManifest manifest;
        try {
            manifest = folder.manifest(id);
        } catch (WrongInputException e) {
            return List.of(e.getMessage());
        }
        findings.addAll(ofFiles(id, manifest));
        if (findings.isEmpty()) {
            findings.addAll(ContentCheck.of(folder, manifest));
            findings.addAll(VectorCheck.of(folder, manifest));
        }
        return List.copyOf(findings);
    }

    /// Whether a snapshot is whole as far as can be seen, but of another version's layout.
    public boolean isOfAnotherLayout(String id) {
        return isManifestSound(folder, id) && !folder.isReadable(id);
    }

    /// What is wrong with the pointer to the current snapshot, and with the history.
    public static List<String> ofPointer(SnapshotFolder folder) throws IOException {
        if (!new Publications(folder, Clock.systemUTC()).isSound()) {
            return List.of("HISTORY has other bytes than were written");
        }
        String pointer = Files.readString(folder.pointer(), StandardCharsets.ISO_8859_1);
        if (!pointer.matches("s[0-9a-f]{16}\\n")) {
            return List.of("CURRENT does not hold a snapshot id");
        }
        return folder.ids().contains(pointer.strip())
                ? List.of()
                : List.of("CURRENT names " + pointer.strip() + ", which is not there");
    }

    /// Whether a manifest has the digest that stands beside it.
    static boolean isManifestSound(SnapshotFolder folder, String id) {
        Path digests = folder.of(id).resolve(SnapshotFolder.MANIFEST_DIGEST);
        try {
            String digest = sha256(Files.readAllBytes(folder.of(id).resolve(SnapshotFolder.MANIFEST)));
            return Files.exists(digests)
                    && Files.readString(digests, StandardCharsets.ISO_8859_1)
                            .matches("(?:[0-9a-f]{64}\\n)?" + digest + "\\n|" + digest + "\\n[0-9a-f]{64}\\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest of " + id, e);
        }
    }

    /// The line of a manifest that has the digest beside it; empty for any other.
    static String digestOfSoundManifest(SnapshotFolder folder, String id) throws IOException {
        Path manifest = folder.of(id).resolve(SnapshotFolder.MANIFEST);
        return Files.exists(manifest) && isManifestSound(folder, id) ? sha256(Files.readAllBytes(manifest)) + "\n" : "";
    }

    private List<String> ofFiles(String id, SnapshotManifest manifest) throws IOException {
        List<String> findings = new ArrayList<>();
        if (!manifest.id().equals(id)) {
            findings.add("the manifest is that of snapshot " + manifest.id());
        }
        Set<String> names = new HashSet<>(Set.of(SnapshotFolder.MANIFEST, SnapshotFolder.MANIFEST_DIGEST));
        for (SnapshotPart part : manifest.parts()) {
            if (!part.deadFile().isEmpty()) {
                names.add(part.deadFile());
                findings.addAll(ofDeadFile(folder.of(id).resolve(part.deadFile()), part));
            }
            findings.addAll(ofPart(part));
            findings.addAll(ofVectors(part));
        }
        files(folder.of(id)).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !names.contains(name))
                .forEach(name -> findings.add(name + " does not belong here"));
        return findings;
    }

    private static List<String> ofDeadFile(Path file, SnapshotPart part) throws IOException {
        if (!Files.exists(file)) {
            return List.of(part.deadFile() + " is missing");
        }
        return Sha256.ofFile(file).equals(part.deadFileDigest())
                ? List.of()
                : List.of(part.deadFile() + " has other bytes than were written");
    }

    private List<String> ofPart(SnapshotPart part) throws IOException {
        List<String> known = partFindings.get(part.id());
        if (known == null) {
            known = PartFiles.findings(folder.part(part.id()), part);
            partFindings.put(part.id(), known);
        }
        return known;
    }

    private List<String> ofVectors(SnapshotPart part) throws IOException {
        if (part.vectors().isEmpty()) {
            return List.of();
        }
        String name = part.vectors() + " of " + part.id();
        List<String> known = partFindings.get(name);
        if (known == null) {
            known = VectorPartFiles.findings(folder, part);
            partFindings.put(name, known);
        }
        return known;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
