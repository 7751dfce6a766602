package org.plumbline.ingest.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.plumbline.citations.Source;

/// Something that could not be taken, as a run noted it.
///
/// @param id ten hex digits: a digest of source, file, place, reason and message, so the same refusal in another
///     run has the same id
/// @param resolvedBy the later run that read the file again; empty while the entry is open
/// @param path where the file lay; empty where an older program noted it
/// @param sample empty unless asked for, as is the trace
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QuarantineEntry(
        String id,
        String run,
        String resolvedBy,
        Source source,
        String file,
        String path,
        String place,
        String reason,
        String message,
        String sample,
        String trace) {

    private static final int ID_DIGITS = 10;

    /// Whether nothing read its file since.
    public boolean open() {
        return resolvedBy.isEmpty();
    }

    static String id(String source, String file, String place, String reason, String message) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\t", source, file, place, reason, message)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
