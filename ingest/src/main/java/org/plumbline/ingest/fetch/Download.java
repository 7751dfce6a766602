package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.plumbline.ingest.fetch.NotFetchedException.Reason;

/// Brings the bytes of one file into its part file, in one try: from where they were cut, where the host still has
/// the same file (RFC 9110: Range, If-Range), else from the start. For one thread.
final class Download {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(?:\\d+|\\*)");
    private static final Pattern TOTAL = Pattern.compile("bytes \\*/(\\d+)");

    private final Caller caller;
    private final HttpUrl address;
    private final PartFile part;
    private final Map<String, String> conditions;
    private final long mostBytes;
    private final Pace pace;
    private final Traffic traffic;

    /// @param conditions headers under which the whole file is not wanted
    Download(
            Caller caller,
            HttpUrl address,
            PartFile part,
            Map<String, String> conditions,
            long mostBytes,
            Pace pace,
            Traffic traffic) {
        this.caller = caller;
        this.address = address;
        this.part = part;
        this.conditions = conditions;
        this.mostBytes = mostBytes;
        this.pace = pace;
        this.traffic = traffic;
    }

    /// The state of the file of which all bytes are now there; empty where the conditions hold.
    Optional<PartFile.State> run() throws IOException, NotFetchedException {
        long have = part.resumableBytes(address.toString());
        try (Response response = caller.get(address, headers(have))) {
            if (response.code() == 304 && have == 0 && !conditions.isEmpty()) {
                return Optional.empty();
            }
            if (response.code() == 416) {
                return Optional.of(rangeRefused(response, have));
            }
            if (response.code() == 206 && continues(response, have)) {
                traffic.resume();
            } else if (response.code() == 200) {
                part.begin(state(response));
            } else {
                part.discard();
                throw new IOException("another part than was asked for");
            }
            receive(response);
            return Optional.of(part.state());
        }
    }

    private Map<String, String> headers(long have) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Encoding", "identity");
        if (have > 0) {
            headers.put("Range", "bytes=" + have + "-");
            headers.put("If-Range", part.state().validator());
        } else {
            headers.putAll(conditions);
        }
        return headers;
    }

    private boolean continues(Response response, long have) {
        Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
        String etag = strong(response.header("ETag", ""));
        boolean same = etag.isEmpty()
                || part.state().etag().isEmpty()
                || etag.equals(part.state().etag());
        return have > 0 && same && range.matches() && Long.parseLong(range.group(1)) == have;
    }

    /// All was there already, or the file is another by now.
    private PartFile.State rangeRefused(Response response, long have) throws IOException {
        Matcher total = TOTAL.matcher(response.header("Content-Range", ""));
        String etag = strong(response.header("ETag", ""));
        if (total.matches()
                && Long.parseLong(total.group(1)) == have
                && etag.equals(part.state().etag())) {
            return part.state();
        }
        part.discard();
        throw new IOException("the file has changed");
    }

    private PartFile.State state(Response response) {
        return new PartFile.State(
                address.toString(), strong(response.header("ETag", "")), response.header("Last-Modified", ""));
    }

    /// A weak ETag does not tell bytes apart.
    private static String strong(String etag) {
        return etag.startsWith("\"") ? etag : "";
    }

    private void receive(Response response) throws IOException, NotFetchedException {
        long size = part.sizeBytes();
        requireSize(size + Math.max(0, response.body().contentLength()));
        pace.begin();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = response.body().byteStream();
                FileChannel channel = part.append()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                traffic.received(read);
                part.write(channel, buffer, read);
                size += read;
                requireSize(size);
                pace.passed(read);
            }
        }
    }

    private void requireSize(long bytes) throws NotFetchedException {
        if (bytes > mostBytes) {
            part.discard();
            throw new NotFetchedException(
                    Reason.TOO_LARGE,
                    Addresses.shown(address) + ": larger than " + mostBytes
                            + " bytes; where that is right, raise fetch: fileGigabytes: in plumbline.yaml");
        }
    }
}
