package org.plumbline.ingest.fetch.pmc;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.ingest.fetch.Checksum;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.RemoteFile;
import org.plumbline.ingest.fetch.Web;
import org.plumbline.ingest.text.GuardedXml;
import org.plumbline.ingest.text.RefusedXmlException;
import org.plumbline.ingest.text.XmlBounds;
import org.plumbline.ingest.text.XmlCursor;
import org.plumbline.ingest.text.XmlCursor.Token;

/// The bucket as S3 shows it to anyone: its objects, and `ListObjectsV2` with `list-type=2`. For several threads.
final class PmcBucket {

    private static final long PAGE_BYTES = 8 << 20;

    /// More pages than all of PMC's folders fill.
    private static final int MOST_PAGES = 20_000;

    private static final Pattern S3_ADDRESS =
            Pattern.compile("s3://[^/]+/((PMC\\d+\\.\\d+)/\\2\\.xml)(?:\\?md5=([0-9a-fA-F]{32}))?");

    private final Web web;
    private final URI address;

    /// @param address of the bucket, ending with a slash
    PmcBucket(Web web, URI address) {
        this.web = web;
        this.address = address;
    }

    URI address(String key) {
        return address.resolve(key);
    }

    /// The XML that the metadata point to; empty where they point nowhere in the bucket.
    Optional<RemoteFile> findXml(String xmlUrl) {
        Matcher parts = S3_ADDRESS.matcher(xmlUrl);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String md5 = parts.group(3);
        return Optional.of(new RemoteFile(
                address(parts.group(1)),
                parts.group(2) + ".xml",
                0,
                md5 == null ? new Checksum.Unknown() : new Checksum.Md5(md5)));
    }

    /// The folders directly below a prefix, each with its slash, in ascending order.
    List<String> folders(String prefix) throws NotFetchedException {
        List<String> folders = new ArrayList<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String query = "?list-type=2&delimiter=%2F&prefix=" + encoded(prefix)
                    + (token.isEmpty() ? "" : "&continuation-token=" + encoded(token));
            URI asked = URI.create(address + query);
            Listed listed = Listed.read(asked, web.text(asked, PAGE_BYTES));
            folders.addAll(listed.folders());
            token = listed.nextToken();
            if (token.isEmpty()) {
                break;
            }
        }
        return folders;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// A page of `ListObjectsV2`.
    ///
    /// @param nextToken empty on the last page
    record Listed(List<String> folders, String nextToken) {

        static Listed read(URI address, String xml) throws NotFetchedException {
            try {
                XmlCursor cursor = GuardedXml.open(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), XmlBounds.PUBLICATION);
                if (!cursor.name().equals("ListBucketResult")) {
                    throw unreadable(address, "its answer is <" + cursor.name() + ">");
                }
                return read(cursor);
            } catch (RefusedXmlException e) {
                throw unreadable(address, "its answer is no XML");
            }
        }

        private static Listed read(XmlCursor cursor) throws RefusedXmlException {
            List<String> folders = new ArrayList<>();
            String token = "";
            while (cursor.nextChild(1)) {
                switch (cursor.name()) {
                    case "CommonPrefixes" -> folders.addAll(prefixes(cursor));
                    case "NextContinuationToken" -> token = cursor.words();
                    default -> {}
                }
            }
            return new Listed(folders, token);
        }

        private static List<String> prefixes(XmlCursor cursor) throws RefusedXmlException {
            List<String> prefixes = new ArrayList<>();
            while (cursor.token() != Token.DONE && cursor.nextChild(2)) {
                if (cursor.name().equals("Prefix")) {
                    prefixes.add(cursor.words());
                }
            }
            return prefixes;
        }

        private static NotFetchedException unreadable(URI address, String why) {
            return new NotFetchedException(
                    NotFetchedException.Reason.REFUSED,
                    address.getScheme() + "://" + address.getAuthority() + address.getPath() + ": not S3's listing, "
                            + why + "; check that the address is the bucket's");
        }
    }
}
