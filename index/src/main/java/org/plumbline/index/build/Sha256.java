package org.plumbline.index.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// SHA-256 over fields, each ended by a NUL, so that their borders count.
public final class Sha256 {

    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest = newDigest();

    /// The digest of what is fed, as 64 hex digits.
    public static String hex(Consumer<Sha256> feed) {
        Sha256 sha256 = new Sha256();
        feed.accept(sha256);
        return HexFormat.of().formatHex(sha256.bytes());
    }

    /// The digest of a file's bytes, as 64 hex digits.
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public Sha256 field(String value) {
        return field(value.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 field(byte[] value) {
        digest.update(value);
        digest.update((byte) 0);
        return this;
    }

    /// The 32 bytes; this ends the digest.
    public byte[] bytes() {
        return digest.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
