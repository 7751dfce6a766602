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

/// Reads the fields of a file of tagged records (`TI  - A title`) one by one. A line without a tag goes on with the
/// field before it. A line that is no UTF-8 is read as Windows-1252. Fields are as long as they are: the stream
/// bounds them.
final class TaggedLines {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final Pattern tagged;
    private @Nullable String next;
    private long line;
    private boolean ended;

    /// @param in buffered; the caller closes it
    /// @param tagged a line with a tag: group 1 the tag, group 2 the value
    TaggedLines(InputStream in, Pattern tagged) {
        this.in = in;
        this.tagged = tagged;
    }

    /// The next field; null behind the last.
    @Nullable
    TaggedField next() throws IOException {
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
            value.append(' ').append(more.strip());
        }
        return new TaggedField(tag, value.toString().replaceAll("\\s+", " ").strip(), begins);
    }

    /// The line that was read last, from 1.
    long line() {
        return line;
    }

    private @Nullable String readLine() throws IOException {
        if (ended) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n') {
            if (read != '\r') {
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
