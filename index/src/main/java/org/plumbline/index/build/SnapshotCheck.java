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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.vector.Embedder;

/// Compares snapshots with what their manifests say: first the bytes of every file, then, where these are right, the
/// content of every article. A part that several snapshots share is read once.
public final class SnapshotCheck {

    private static final String OTHER_LAYOUT = "is of another version's layout";

    private final SnapshotFolder folder;
    private final ContentCheck content;
    private final Map<String, List<String>> partFindings = new HashMap<>();

    public SnapshotCheck(SnapshotFolder folder) {
        this.folder = folder;
        this.content = new ContentCheck(folder);
    }

    /// What is wrong, one line each; empty where all is right.
    public static List<String> of(SnapshotFolder folder, String id) throws IOException {
        return new SnapshotCheck(folder).of(id);
    }

    /// What is wrong with a snapshot, as [#of(String)]; empty where it is of another version's layout, or was
    /// removed or replaced meanwhile.
    ///
    /// @param say is told, for people, why there is no answer
    public Optional<List<String>> find(String id, Consumer<String> say) throws IOException {
        Optional<List<String>> found =
                Undisturbed.findings(folder, id, () -> isOfAnotherLayout(id) ? List.of(OTHER_LAYOUT) : of(id));
        if (found.isEmpty()) {
            say.accept("snapshot " + id + " was removed or replaced meanwhile: not read");
        } else if (found.get().equals(List.of(OTHER_LAYOUT))) {
            say.accept("snapshot " + id + " " + OTHER_LAYOUT + ": not read");
            return Optional.empty();
        }
        return found;
    }

    private boolean isOfAnotherLayout(String id) {
        ManifestState state = ManifestState.of(folder, id);
        return state == ManifestState.OLDER || state == ManifestState.NEWER;
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
            findings.addAll(content.of(manifest));
            findings.addAll(VectorCheck.of(folder, manifest));
        }
        return List.copyOf(findings);
    }

    /// What is wrong with the pointer to the current snapshot, and with the history.
    public static List<String> ofPointer(SnapshotFolder folder) throws IOException {
        if (!new Publications(folder, Clock.systemUTC()).isSound()) {
            return List.of("HISTORY has other bytes than were written");
        }
        String pointer = pointer(folder);
        if (!pointer.matches("s[0-9a-f]{16}\\n")) {
            return List.of("CURRENT does not hold a snapshot id");
        }
        return folder.ids().contains(pointer.strip()) || !pointer(folder).equals(pointer)
                ? List.of()
                : List.of("CURRENT names " + pointer.strip() + ", which is not there");
    }

    private static String pointer(SnapshotFolder folder) throws IOException {
        return Files.readString(folder.pointer(), StandardCharsets.ISO_8859_1);
    }

    /// Whether a snapshot is there and whole, as far as can be told without reading its parts: its own files have
    /// the bytes that were written, those of its parts and vector parts are as long as they were written.
    static boolean isWhole(SnapshotFolder folder, String id) {
        return hasArticles(folder, id) && hasVectors(folder, folder.manifest(id));
    }

    /// Whether that holds but for the vectors.
    static boolean hasArticles(SnapshotFolder folder, String id) {
        return folder.ids().contains(id)
                && ManifestState.of(folder, id) == ManifestState.READABLE
                && folder.manifest(id).parts().stream().allMatch(part -> hasPart(folder, id, part));
    }

    private static boolean hasPart(SnapshotFolder folder, String id, SnapshotPart part) {
        try {
            return PartFiles.areThere(folder.part(part.id()), part)
                    && (part.deadFile().isEmpty()
                            || ofDeadFile(folder.of(id).resolve(part.deadFile()), part)
                                    .isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read part " + part.id() + " of " + id, e);
        }
    }

    /// Where no live article has a vector of the model that this version has, none is missed.
    private static boolean hasVectors(SnapshotFolder folder, SnapshotManifest manifest) {
        return !manifest.coverage().model().equals(Embedder.MODEL_ID)
                || manifest.parts().stream()
                        .filter(part -> !part.vectors().isEmpty())
                        .allMatch(part -> hasVectors(folder, part));
    }

    private static boolean hasVectors(SnapshotFolder folder, SnapshotPart part) {
        try {
            return VectorPartFiles.find(folder, part).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read vector part " + part.vectors(), e);
        }
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
                .filter(name -> !names.contains(name) && !NewFile.isUnfinished(name))
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
