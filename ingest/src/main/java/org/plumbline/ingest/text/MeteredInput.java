package org.plumbline.ingest.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that an XML parser takes, and stops it where one token (a name, a tag, a comment) has no end.
final class MeteredInput extends FilterInputStream {

    /// One token is larger than it may be; the message names the bound.
    static final class TooMuchException extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuchException(long bytes) {
            super(bytes + " bytes");
        }
    }

    private final long tokenBytes;
    private long count;
    private long tokenStart;

    MeteredInput(InputStream in, long tokenBytes) {
        super(in);
        this.tokenBytes = tokenBytes;
    }

    /// The bytes taken so far.
    long count() {
        return count;
    }

    void beginToken() {
        tokenStart = count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        take(Math.max(0, read));
        return read;
    }

    private void take(int bytes) throws IOException {
        count += bytes;
        if (count - tokenStart > tokenBytes) {
            throw new TooMuchException(tokenBytes);
        }
    }
}
