package org.plumbline.index.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.SnapshotFolder;
import org.plumbline.index.SnapshotManifest;

/// Compares a snapshot with what its manifest says: first the bytes of every file, then, where these are right, the
/// content of every article.
public final class SnapshotCheck {

    private SnapshotCheck() {}

    /// What is wrong, one line each; empty where all is right.
    public static List<String> of(SnapshotFolder folder, String id) throws IOException {
        List<String> findings = new ArrayList<>(ofFiles(folder, id));
        if (findings.isEmpty()) {
            findings.addAll(ContentCheck.of(folder.of(id), folder.manifest(id)));
        }
        return List.copyOf(findings);
    }

    /// What is wrong with the pointer to the last snapshot.
    public static List<String> ofPointer(SnapshotFolder folder) throws IOException {
        String pointer = Files.readString(folder.pointer(), StandardCharsets.ISO_8859_1);
        if (!pointer.matches("s[0-9a-f]{16}\\n")) {
            return List.of("CURRENT does not hold a snapshot id");
        }
        return folder.ids().contains(pointer.strip())
                ? List.of()
                : List.of("CURRENT names " + pointer.strip() + ", which is not there");
    }

    /// What is wrong with the bytes.
    static List<String> ofFiles(SnapshotFolder folder, String id) throws IOException {
        Path snapshot = folder.of(id);
        List<String> findings = new ArrayList<>();
        SnapshotManifest manifest = readManifest(folder, id, findings);
        if (manifest == null) {
            return findings;
        }
        Map<String, String> found = SnapshotBuild.digests(snapshot);
        TreeSet<String> names = new TreeSet<>(found.keySet());
        names.addAll(manifest.files().keySet());
        for (String name : names) {
            if (!found.containsKey(name)) {
                findings.add(name + " is missing");
            } else if (!manifest.files().containsKey(name)) {
                findings.add(name + " does not belong here");
            } else if (!found.get(name).equals(manifest.files().get(name))) {
                findings.add(name + " has other bytes than were written");
            }
        }
        return findings;
    }

    private static @Nullable SnapshotManifest readManifest(SnapshotFolder folder, String id, List<String> findings)
            throws IOException {
        Path file = folder.of(id).resolve(SnapshotFolder.MANIFEST);
        Path digest = folder.of(id).resolve(SnapshotFolder.MANIFEST_DIGEST);
        if (!Files.exists(digest)) {
            findings.add(SnapshotFolder.MANIFEST_DIGEST + " is missing");
            return null;
        }
        String expected = Files.readString(digest, StandardCharsets.ISO_8859_1);
        if (!expected.equals(sha256(Files.readAllBytes(file)) + "\n")) {
            findings.add(SnapshotFolder.MANIFEST + " or its digest has other bytes than were written");
            return null;
        }
        try {
            SnapshotManifest manifest = folder.manifest(id);
            if (!manifest.id().equals(id)) {
                findings.add("the manifest is that of snapshot " + manifest.id());
            }
            return manifest;
        } catch (WrongInputException e) {
            findings.add(e.getMessage());
            return null;
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
