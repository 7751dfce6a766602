package org.plumbline.airflow;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads lines of bounded length: what goes past the bound is passed over.
final class LineReader {

    private static final int LONGEST_BYTES = 4 << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream body;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineReader(InputStream body) {
        this.body = new BufferedInputStream(body, BUFFER_BYTES);
    }

    /// The next line that is not empty; empty at the end.
    Optional<String> findNext() throws IOException {
        line.reset();
        for (int next = body.read(); next >= 0; next = body.read()) {
            if (next != '\n' && line.size() < LONGEST_BYTES) {
                line.write(next);
            } else if (next == '\n' && line.size() > 0) {
                break;
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
