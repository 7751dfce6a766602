package org.plumbline.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Reads each file once and compares its MD5 with what the source says: in a file of the same name and `.md5`
/// beside it (see [Md5File]), or in the sidecar.
public final class Checker {

    private final LongConsumer bytesRead;

    /// @param bytesRead told of every stretch of bytes, from several threads
    public Checker(LongConsumer bytesRead) {
        this.bytesRead = bytesRead;
    }

    /// The files in the order given, each checked; a file and its copy of the same name and bytes once.
    public List<CheckedFile> check(List<SourceFile> files) {
        return files.parallelStream()
                .map(this::check)
                .collect(Collectors.toMap(CheckedFile::identity, file -> file, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private CheckedFile check(SourceFile file) {
        if (!Files.isRegularFile(file.path())) {
            return new CheckedFile(file, "", "not a regular file but a pipe, a device or a link to nowhere; remove it");
        }
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
                sha256.update(buffer, 0, read);
                bytesRead.accept(read);
            }
            for (Path beside : Sidecar.files(file.path())) {
                sha256.update(Files.readAllBytes(beside));
            }
        } catch (IOException e) {
            return new CheckedFile(file, "", "cannot be read (" + e.getClass().getSimpleName() + "); check its rights");
        }
        String is = HexFormat.of().formatHex(md5.digest());
        String fault = findExpected(file.path())
                .filter(expected -> !expected.equals(is))
                .map(expected -> "its MD5 is " + is + ", its source says " + expected + "; fetch it again")
                .orElse("");
        return new CheckedFile(file, HexFormat.of().formatHex(sha256.digest()), fault);
    }

    private static Optional<String> findExpected(Path file) {
        return Md5File.findExpected(file).or(() -> Sidecar.find(file).flatMap(Sidecar::findMd5));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
