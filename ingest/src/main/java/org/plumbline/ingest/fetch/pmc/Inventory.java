package org.plumbline.ingest.fetch.pmc;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.ingest.fetch.Checksum;
import org.plumbline.ingest.fetch.Fields;
import org.plumbline.ingest.fetch.LocalCopies;
import org.plumbline.ingest.fetch.NotFetchedException;
import org.plumbline.ingest.fetch.NotFetchedException.Reason;
import org.plumbline.ingest.fetch.RemoteFile;
import org.plumbline.ingest.fetch.SortedStore;
import org.plumbline.ingest.fetch.Web;

/// The bucket's daily inventory of `metadata/` (S3 Inventory): a manifest that names gzipped CSV files and their
/// columns. For one thread.
final class Inventory {

    private static final String ROOT = "inventory-reports/pmc-oa-opendata/metadata/";
    private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}Z");
    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");
    private static final long MANIFEST_BYTES = 4 << 20;
    private static final int STAMPS_TRIED = 3;

    private final Web web;
    private final PmcBucket bucket;

    /// A manifest as S3 writes it.
    record Manifest(
            @JsonProperty("fileFormat") String fileFormat,
            @JsonProperty("fileSchema") String fileSchema,
            @JsonProperty("files") List<Part> files) {

        Manifest {
            files = files == null ? List.of() : List.copyOf(files);
        }

        /// One file of rows.
        record Part(
                @JsonProperty("key") String key,
                @JsonProperty("size") long size,
                @JsonProperty("MD5checksum") String md5) {

            private static final Pattern KEY =
                    Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9_.=-]*/)*[A-Za-z0-9_][A-Za-z0-9_-]*\\.csv\\.gz");

            Part {
                md5 = md5 == null ? "" : md5;
                if (key == null || !KEY.matcher(key).matches() || !md5.matches("(?:[0-9a-fA-F]{32})?")) {
                    throw new WrongInputException("an inventory's file without a plain key and MD5");
                }
            }
        }
    }

    /// A day's inventory.
    ///
    /// @param stamp such as `2026-11-22T01-00Z`
    record Day(String stamp, Manifest manifest) {

        /// The stamp as ISO 8601.
        String instant() {
            return stamp.replaceFirst("T(\\d{2})-(\\d{2})Z", "T$1:$2:00Z");
        }
    }

    Inventory(Web web, PmcBucket bucket) {
        this.web = web;
        this.bucket = bucket;
    }

    /// The newest day that has its manifest: that is written last.
    Day newest() throws NotFetchedException {
        List<String> stamps = bucket.folders(ROOT).stream()
                .map(folder -> folder.substring(ROOT.length(), folder.length() - 1))
                .filter(stamp -> STAMP.matcher(stamp).matches())
                .sorted()
                .toList()
                .reversed();
        for (String stamp : stamps.subList(0, Math.min(STAMPS_TRIED, stamps.size()))) {
            Optional<Manifest> manifest = findManifest(stamp);
            if (manifest.isPresent()) {
                return new Day(stamp, manifest.get());
            }
        }
        throw new NotFetchedException(
                Reason.GONE, bucket.address(ROOT) + ": no inventory with a manifest; run this again later");
    }

    private Optional<Manifest> findManifest(String stamp) throws NotFetchedException {
        String key = ROOT + stamp + "/manifest.json";
        try {
            Manifest manifest = Json.read(web.text(bucket.address(key), MANIFEST_BYTES), Manifest.class);
            if (!"CSV".equals(manifest.fileFormat()) || manifest.fileSchema() == null) {
                throw unreadable(key, "not an inventory in CSV");
            }
            return Optional.of(manifest);
        } catch (NotFetchedException e) {
            if (e.reason() == Reason.GONE) {
                return Optional.empty();
            }
            throw e;
        } catch (WrongInputException e) {
            throw unreadable(key, "no manifest");
        }
    }

    /// Reads a day into a store: under each PMCID its highest version, with ETag and last change.
    void load(Day day, Path folder, SortedStore into) throws NotFetchedException {
        List<String> columns = Arrays.stream(day.manifest().fileSchema().split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.contains("key") || !columns.contains("etag")) {
            throw unreadable(ROOT + day.stamp(), "an inventory without Key and ETag");
        }
        for (Manifest.Part part : day.manifest().files()) {
            String name = part.key().substring(part.key().lastIndexOf('/') + 1);
            Checksum checksum = part.md5().isEmpty() ? new Checksum.Unknown() : new Checksum.Md5(part.md5());
            RemoteFile file = new RemoteFile(bucket.address(part.key()), name, part.size(), checksum);
            Path csv = web.download(file, folder).file();
            read(csv, columns, into);
            LocalCopies.DELETE.done(csv);
        }
    }

    private static void read(Path csv, List<String> columns, SortedStore into) throws NotFetchedException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(csv), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(fields(line), columns, into);
            }
        } catch (IOException e) {
            throw unreadable(String.valueOf(csv.getFileName()), "no gzip of rows");
        }
    }

    private static void add(List<String> fields, List<String> columns, SortedStore into) {
        if (field(fields, columns, "islatest").equals("false")
                || field(fields, columns, "isdeletemarker").equals("true")) {
            return;
        }
        String key = URLDecoder.decode(field(fields, columns, "key"), StandardCharsets.UTF_8);
        Optional<ArticleKey> article = ArticleKey.findOfMetadata(key);
        if (article.isEmpty()) {
            return;
        }
        String known = into.line(article.get().pmcid());
        int highest = known.isEmpty() ? 0 : Integer.parseInt(Fields.read(known).word(0));
        if (article.get().version() > highest) {
            Listed listed = new Listed(
                    article.get().version(),
                    field(fields, columns, "etag").replace("\"", ""),
                    field(fields, columns, "lastmodifieddate"));
            into.put(article.get().pmcid(), listed.line());
        }
    }

    private static String field(List<String> fields, List<String> columns, String name) {
        int at = columns.indexOf(name);
        return at < 0 || at >= fields.size() ? "" : fields.get(at);
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        while (field.find() && field.start() < line.length()) {
            fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
        }
        return fields;
    }

    private static NotFetchedException unreadable(String key, String why) {
        return new NotFetchedException(Reason.REFUSED, key + ": " + why + "; run this again later");
    }

    /// What an inventory says of an article.
    ///
    /// @param version its highest
    /// @param etag of its metadata
    /// @param modified ISO 8601, when its metadata were last written
    record Listed(int version, String etag, String modified) {

        static Listed read(String line) {
            Fields fields = Fields.read(line);
            return new Listed(Integer.parseInt(fields.word(0)), fields.word(1), fields.word(2));
        }

        String line() {
            return version + "\t" + etag + "\t" + modified;
        }
    }
}
