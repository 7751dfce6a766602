package org.plumbline.citations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Names a text by the SHA-256 of its content: 64 lower-case hex digits.
///
/// The digest covers the part, the heading and the content of every section in order, each ended by a NUL, so two
/// texts have the same id exactly when every quote of one stands at the same place in the other. Roles, marks and
/// table cells are left out: they describe the words and may be understood better later.
public record TextId(@JsonValue String value) implements Comparable<TextId> {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public TextId {
        if (!DIGEST.matcher(value).matches()) {
            throw new WrongInputException("text id \"" + value + "\": expected 64 lower-case hex digits");
        }
    }

    /// The id of a text with these sections.
    public static TextId of(List<Section> sections) {
        MessageDigest sha256 = sha256();
        for (Section section : sections) {
            feed(sha256, section.part().name());
            section.heading().forEach(title -> feed(sha256, title));
            feed(sha256, "");
            feed(sha256, section.content());
        }
        return new TextId(HexFormat.of().formatHex(sha256.digest()));
    }

    private static void feed(MessageDigest digest, String field) {
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int compareTo(TextId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
