package org.plumbline.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.plumbline.ingest.fetch.NotFetchedException.Reason;

/// The door to the net, the same for every source: rates by host, tries again with growing waits and as the host
/// asks, resumes, checks, bounds sizes and times. For several threads.
///
/// Every method throws [org.plumbline.citations.WrongInputException] for an address that the settings do not allow.
public final class Web implements AutoCloseable {

    private static final Pattern MD5 = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final int CHECKSUM_BYTES = 4096;

    /// A file whose bytes are not what its source says is fetched again so often in all.
    private static final int CHECKSUM_ATTEMPTS = 3;

    private static final Page NOTHING_KNOWN = new Page("", "", "");
    private static final String ETAG = "ETag";
    private static final String LAST_MODIFIED = "Last-Modified";

    private final FetchSettings settings;
    private final Timing timing;
    private final Traffic traffic = new Traffic();
    private final Caller caller;
    private final Persistence persistence;

    private Web(FetchSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
        this.caller = new Caller(settings, timing, traffic);
        this.persistence = new Persistence(settings, timing, traffic);
    }

    public static Web open(FetchSettings settings, Clock clock) {
        return open(settings, Timing.of(clock));
    }

    /// With a time of its own, for tests.
    public static Web open(FetchSettings settings, Timing timing) {
        return new Web(settings, timing);
    }

    public FetchSettings settings() {
        return settings;
    }

    /// A short text, in the charset that its host says, else UTF-8.
    public String text(URI address, long mostBytes) throws NotFetchedException {
        return page(address, mostBytes, Map.of()).orElseThrow().body();
    }

    /// A short text with what tells its states apart.
    public Page page(URI address, long mostBytes) throws NotFetchedException {
        return page(address, mostBytes, Map.of()).orElseThrow();
    }

    /// The page as it is now; empty where it is still as it was.
    public Optional<Page> pageIfChanged(URI address, long mostBytes, Page known) throws NotFetchedException {
        return page(address, mostBytes, conditions(known));
    }

    private static Map<String, String> conditions(Page known) {
        Map<String, String> conditions = new LinkedHashMap<>();
        if (!known.etag().isEmpty()) {
            conditions.put("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            conditions.put("If-Modified-Since", known.lastModified());
        }
        return conditions;
    }

    /// Brings a file into a folder, which is made where it is not there: in whole and checked, or not at all. What
    /// was cut, even by the death of a process, is gone on with from `<name>.part` in that folder.
    /// A file of that name and checksum that is there already is not fetched.
    public Fetched download(RemoteFile what, Path folder) throws NotFetchedException {
        return downloadIfChanged(what, folder, NOTHING_KNOWN).orElseThrow();
    }

    /// The same; empty where the host says that the file is as it was.
    ///
    /// @param known what was said with the file last time; its body does not matter
    public Optional<Fetched> downloadIfChanged(RemoteFile what, Path folder, Page known) throws NotFetchedException {
        HttpUrl address = caller.require(what.address());
        PartFile part = new PartFile(folder, what.name());
        for (int attempt = 1; ; attempt++) {
            Optional<String> expected = expected(what.checksum());
            Optional<Fetched> there = expected.flatMap(part::findWhole);
            if (there.isPresent()) {
                return there;
            }
            Optional<PartFile.State> state = receive(address, part, known);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            String md5 = part.md5();
            if (expected.isEmpty() || expected.get().equals(md5)) {
                long size = part.sizeBytes();
                return Optional.of(new Fetched(
                        part.finish(),
                        size,
                        md5,
                        state.get().etag(),
                        state.get().lastModified()));
            }
            part.discard();
            if (attempt == CHECKSUM_ATTEMPTS) {
                throw new NotFetchedException(
                        Reason.WRONG_CHECKSUM,
                        Addresses.shown(address) + ": its MD5 is " + md5 + ", its source says " + expected.get()
                                + ", fetched " + attempt + " times; run this again when the source has mended it");
            }
            persistence.pauseBeforeAnother(attempt);
        }
    }

    /// The MD5 that a short text at an address says, in lower-case hex.
    public String md5(URI address) throws NotFetchedException {
        return expected(new Checksum.Md5At(address)).orElseThrow();
    }

    /// What has gone over the net so far.
    public Traffic.Totals traffic() {
        return traffic.totals();
    }

    @Override
    public void close() {
        caller.close();
    }

    private Optional<PartFile.State> receive(HttpUrl address, PartFile part, Page known) throws NotFetchedException {
        Pace pace = new Pace(settings.slowestBytesPerSecond(), timing);
        long most = settings.fileGigabytes() * 1_000_000_000L;
        Download download = new Download(caller, address, part, conditions(known), most, pace, traffic);
        return persistence.persist(address, part::sizeBytes, download::run);
    }

    private Optional<String> expected(Checksum checksum) throws NotFetchedException {
        return switch (checksum) {
            case Checksum.Unknown _ -> Optional.empty();
            case Checksum.Md5(String hex) -> Optional.of(hex);
            case Checksum.Md5At(URI address) -> {
                Matcher md5 = MD5.matcher(text(address, CHECKSUM_BYTES));
                if (!md5.find()) {
                    throw new NotFetchedException(
                            Reason.WRONG_CHECKSUM,
                            Addresses.shown(caller.require(address))
                                    + ": no MD5 stands in it; run this again when the source has mended it");
                }
                yield Optional.of(md5.group().toLowerCase(Locale.ROOT));
            }
        };
    }

    private Optional<Page> page(URI address, long mostBytes, Map<String, String> headers) throws NotFetchedException {
        HttpUrl url = caller.require(address);
        return persistence.persist(url, () -> 0, () -> {
            try (Response response = caller.get(url, headers)) {
                if (response.code() == 304 && !headers.isEmpty()) {
                    return Optional.empty();
                }
                if (!response.isSuccessful() || response.code() == 206) {
                    throw new NotFetchedException(
                            Reason.REFUSED, Addresses.shown(url) + ": answers " + response.code());
                }
                return Optional.of(new Page(
                        body(url, response, mostBytes), response.header(ETAG, ""), response.header(LAST_MODIFIED, "")));
            }
        });
    }

    private String body(HttpUrl url, Response response, long mostBytes) throws IOException, NotFetchedException {
        Pace pace = new Pace(settings.slowestBytesPerSecond(), timing);
        pace.begin();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        try (InputStream in = response.body().byteStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                traffic.received(read);
                bytes.write(buffer, 0, read);
                if (bytes.size() > mostBytes) {
                    throw new NotFetchedException(
                            Reason.TOO_LARGE,
                            Addresses.shown(url) + ": an answer of more than " + mostBytes + " bytes");
                }
                pace.passed(read);
            }
        }
        return bytes.toString(charset(response.body().contentType()));
    }

    private static Charset charset(@Nullable MediaType type) {
        Charset said = type == null ? null : type.charset();
        return said == null ? StandardCharsets.UTF_8 : said;
    }
}
