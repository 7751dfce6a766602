package org.plumbline.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The checksum that a publisher lays beside a file: `<name>.md5`, in NLM's form `MD5(name)= hex` or in that of
/// md5sum, `hex  name`.
final class Md5File {

    /// What is expected where the checksum file holds no checksum: no file has it.
    static final String NONE_READABLE = "nothing readable";

    private static final Pattern DIGEST = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final int LONGEST = 4096;

    private Md5File() {}

    /// The MD5 that the file beside says, in lower-case hex, or [#NONE_READABLE]; empty where there is none beside.
    static Optional<String> findExpected(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".md5");
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(beside)) {
            Matcher digest = DIGEST.matcher(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
            return Optional.of(digest.find() ? digest.group().toLowerCase(Locale.ROOT) : NONE_READABLE);
        } catch (IOException _) {
            return Optional.of(NONE_READABLE);
        }
    }
}
