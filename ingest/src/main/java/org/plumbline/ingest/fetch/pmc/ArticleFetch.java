package org.plumbline.ingest.fetch.pmc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.fetch.Downloads;
import org.plumbline.ingest.fetch.Fetched;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.NotFetchedException.Reason;
import org.plumbline.ingest.fetch.Page;
import org.plumbline.ingest.fetch.RemoteFile;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.jats.PmcMetadata;

/// Fetches one article: its metadata, and where their licence is taken its XML, into a folder of the bucket's
/// layout.
final class ArticleFetch implements Downloads.Fetch<ArticleFetch.Result> {

    private static final long METADATA_BYTES = 4 << 20;
    private static final int CHECKSUM_ATTEMPTS = 3;

    private final Web web;
    private final PmcBucket bucket;
    private final Licences licences;
    private final Path folder;
    private final Change.Changed change;

    /// What became of it.
    sealed interface Result {

        /// What the ledger is to remember.
        Known known();

        /// Its files are there.
        record Stored(Known known, Path xml) implements Result {}

        /// Not taken, and why, such as "licence TDM".
        record SetAside(Known known, String reason) implements Result {}

        /// As it was when it was taken.
        record Unchanged(Known known) implements Result {}
    }

    ArticleFetch(Web web, PmcBucket bucket, Licences licences, Path folder, Change.Changed change) {
        this.web = web;
        this.bucket = bucket;
        this.licences = licences;
        this.folder = folder;
        this.change = change;
    }

    @Override
    public Result run() throws NotFetchedException {
        Optional<Known> taken = change.findKnown()
                .filter(known -> known.version() == change.article().version())
                .filter(known -> known.taken() || !licences.take(known.licence()));
        Optional<Page> page = metadata(taken.map(Known::etag).orElse(""));
        if (page.isEmpty()) {
            return new Result.Unchanged(taken.orElseThrow());
        }
        PmcMetadata metadata = metadata(page.get());
        Known known = known(page.get(), metadata, true);
        if (!licences.take(metadata.licenseCode())) {
            return new Result.SetAside(known(page.get(), metadata, false), licences.reason(metadata.licenseCode()));
        }
        Optional<RemoteFile> xml = bucket.findXml(metadata.xmlUrl());
        return xml.isEmpty()
                ? new Result.SetAside(known(page.get(), metadata, false), "no XML in the bucket")
                : new Result.Stored(known, store(xml.get(), page.get(), known));
    }

    private Path store(RemoteFile xml, Page metadata, Known known) throws NotFetchedException {
        String name = change.article().name();
        Path own = folder.resolve(name);
        Fetched fetched = web.download(xml, own);
        var _ = LocalCopies.write(own.resolve(name + ".json"), metadata.body());
        var _ = LocalCopies.write(
                own.resolve(name + ".inventory"),
                "\"pmc-oa-opendata\",\"" + change.article().metadataKey() + "\",\"" + known.modified() + "\",\""
                        + known.etag() + "\"\n");
        return fetched.file();
    }

    /// The metadata; empty where they are still those of that ETag. What is cut or garbled on the way is asked
    /// again.
    private Optional<Page> metadata(String etag) throws NotFetchedException {
        URI address = bucket.address(change.article().metadataKey());
        Page known = new Page("", etag.isEmpty() ? "" : "\"" + etag + "\"", "");
        Optional<Page> page = Optional.empty();
        for (int attempt = 0; attempt < CHECKSUM_ATTEMPTS; attempt++) {
            page = web.pageIfChanged(address, METADATA_BYTES, known);
            if (page.isEmpty() || isWhole(page.get())) {
                return page;
            }
        }
        throw new NotFetchedException(
                Reason.WRONG_CHECKSUM, address + ": its MD5 is not the one in its ETag; run this again");
    }

    /// S3's ETag is the MD5 of an object that was written at once.
    private static boolean isWhole(Page page) {
        String etag = bare(page.etag());
        return !etag.matches("[0-9a-f]{32}") || etag.equals(md5(page.body()));
    }

    private PmcMetadata metadata(Page page) throws NotFetchedException {
        try {
            return PmcMetadata.read(new ByteArrayInputStream(page.body().getBytes(StandardCharsets.UTF_8)));
        } catch (WrongInputException e) {
            throw new NotFetchedException(
                    Reason.REFUSED,
                    bucket.address(change.article().metadataKey()) + ": not an article's metadata; run this again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Known known(Page page, PmcMetadata metadata, boolean taken) {
        String etag = page.etag().isEmpty() ? change.etag() : bare(page.etag());
        return new Known(change.article().version(), etag, taken, metadata.licenseCode(), modified(page));
    }

    private String modified(Page page) {
        try {
            return ZonedDateTime.parse(page.lastModified(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toString();
        } catch (DateTimeException _) {
            return change.modified().isEmpty() ? Instant.EPOCH.toString() : change.modified();
        }
    }

    private static String bare(String etag) {
        return etag.replace("W/", "").replace("\"", "");
    }

    private static String md5(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
