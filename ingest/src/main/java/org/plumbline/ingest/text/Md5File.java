package org.plumbline.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.citations.Source;
import org.plumbline.ingest.text.Quarantined.Reason;

/// The checksum that a publisher lays beside a file: `<name>.md5`, in NLM's form `MD5(name)= hex` or in that of
/// md5sum, `hex  name`.
public final class Md5File {

    private static final Pattern DIGEST = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final int LONGEST = 4096;

    private Md5File() {}

    /// What is wrong between a file and the checksum beside it; empty where they agree or there is none.
    public static Optional<Quarantined> findMismatch(Source source, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".md5");
        if (!Files.exists(beside)) {
            return Optional.empty();
        }
        String name = String.valueOf(file.getFileName());
        Optional<String> expected = findDigest(beside);
        if (expected.isEmpty()) {
            return Optional.of(refused(source, name, name + ".md5 holds no MD5 checksum; fetch both files again"));
        }
        String actual = digest(file);
        return actual.equals(expected.get())
                ? Optional.empty()
                : Optional.of(refused(
                        source,
                        name,
                        "its MD5 is " + actual + ", " + name + ".md5 says " + expected.get() + "; fetch it again"));
    }

    private static Quarantined refused(Source source, String name, String message) {
        return Quarantined.of(source, name, "", Reason.WRONG_CHECKSUM, message);
    }

    private static Optional<String> findDigest(Path beside) throws IOException {
        try (InputStream in = Files.newInputStream(beside)) {
            String words = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            Matcher digest = DIGEST.matcher(words);
            return digest.find() ? Optional.of(digest.group().toLowerCase(Locale.ROOT)) : Optional.empty();
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
