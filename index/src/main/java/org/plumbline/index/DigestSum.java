package org.plumbline.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.HexFormat;

/// A sum of SHA-256 digests, each read as a number, modulo 2^256: the same in whatever order they come, and what
/// is taken away again leaves no trace.
///
/// @param value not negative, below 2^256
public record DigestSum(BigInteger value) {

    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

    public static final DigestSum ZERO = new DigestSum(BigInteger.ZERO);

    public DigestSum {
        value = value.mod(MODULUS);
    }

    /// Reads 64 hex digits.
    @JsonCreator
    public static DigestSum of(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// The digest as a sum of one.
    public static DigestSum of(byte[] digest) {
        return new DigestSum(new BigInteger(1, digest));
    }

    public DigestSum plus(DigestSum other) {
        return new DigestSum(value.add(other.value));
    }

    public DigestSum minus(DigestSum other) {
        return new DigestSum(value.subtract(other.value));
    }

    /// 64 hex digits.
    @Override
    @JsonValue
    public String toString() {
        String digits = value.toString(16);
        return "0".repeat(2 * BYTES - digits.length()) + digits;
    }
}
