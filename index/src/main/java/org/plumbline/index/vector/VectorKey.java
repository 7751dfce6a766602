package org.plumbline.index.vector;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The name of a vector: SHA-256 of the words that were embedded, as four numbers, most significant first.
public record VectorKey(long first, long second, long third, long fourth) {

    static final int BYTES = 32;

    /// The key of an article: its title, a blank and its abstract.
    public static VectorKey of(String title, String abstractWords) {
        return of(words(title, abstractWords));
    }

    /// What is embedded of an article.
    static String words(String title, String abstractWords) {
        return (title.strip() + " " + abstractWords.strip()).strip();
    }

    static VectorKey of(String words) {
        try {
            return read(ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The key that these 32 bytes are.
    public static VectorKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    static VectorKey read(ByteBuffer bytes) {
        return new VectorKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /// The 32 bytes.
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        write(bytes);
        return bytes.array();
    }

    void write(ByteBuffer into) {
        into.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }
}
