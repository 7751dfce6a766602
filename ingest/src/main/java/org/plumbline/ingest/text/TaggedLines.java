package org.plumbline.ingest.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads files of tagged fields, as reference managers and MEDLINE write them (`TI  - A title`), field by field and
/// in bounded memory. A line without a tag goes on with the field before it. A line that is no UTF-8 is read as
/// Windows-1252.
public final class TaggedLines {

    /// A field.
    ///
    /// @param tag such as TI; empty for what stands before the first tag
    /// @param value without line ends, white space collapsed
    /// @param line where it begins, from 1
    public record Field(String tag, String value, long line) {}

    /// What one field may hold, in characters; the rest of it is dropped and the field told as too long.
    public static final int MOST_CHARACTERS = 1 << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final Pattern tagged;
    private @Nullable String next;
    private long line;
    private boolean ended;

    /// @param in buffered; the caller closes it
    /// @param tagged a line with a tag: group 1 the tag, group 2 the value
    public TaggedLines(InputStream in, Pattern tagged) {
        this.in = in;
        this.tagged = tagged;
    }

    /// The next field; null behind the last.
    public @Nullable Field next() throws IOException {
        String first = next == null ? readLine() : next;
        next = null;
        while (first != null && first.isBlank()) {
            first = readLine();
        }
        if (first == null) {
            return null;
        }
        long begins = line;
        Matcher parts = tagged.matcher(first);
        boolean isTagged = parts.matches();
        String tag = isTagged ? parts.group(1).strip() : "";
        StringBuilder value = new StringBuilder(isTagged ? parts.group(2) : first);
        for (String more = readLine(); more != null; more = readLine()) {
            if (more.isBlank() || tagged.matcher(more).matches()) {
                next = more;
                break;
            }
            if (value.length() < MOST_CHARACTERS) {
                value.append(' ').append(more.strip());
            }
        }
        return new Field(tag, value.toString().replaceAll("\\s+", " ").strip(), begins);
    }

    private @Nullable String readLine() throws IOException {
        if (ended) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n') {
            if (read != '\r' && bytes.size() < MOST_CHARACTERS) {
                bytes.write(read);
            }
            read = in.read();
        }
        ended = read < 0;
        line++;
        if (ended && bytes.size() == 0) {
            return null;
        }
        String words = decoded(bytes.toByteArray());
        return line == 1 ? words.replaceFirst("^\uFEFF", "") : words;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }
}
