package org.plumbline.schedule.local;

import java.security.SecureRandom;
import java.util.Base64;

/// Passwords and keys that nobody can guess.
final class RandomWords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomWords() {}

    /// Letters, digits, `-` and `_`.
    static String ofBytes(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    /// A key as Airflow's encryption of connections wants it: 32 bytes in URL-safe base64, padded.
    static String fernetKey() {
        return Base64.getUrlEncoder().encodeToString(bytes(32));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
