package org.plumbline.ingest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// PMC's bucket `pmc-oa-opendata` as `pmc/` on a [PublicSources].
public final class PmcShelf {

    static final String BUCKET = "/pmc/";

    private static final Instant MODIFIED = Instant.parse("2026-11-20T10:00:00Z");

    private final PublicSources sources;

    private PmcShelf(PublicSources sources) {
        this.sources = sources;
    }

    public static PmcShelf of(PublicSources sources) {
        return new PmcShelf(sources);
    }

    /// Puts all articles of a data folder, and the inventory of that day.
    public void fill(Path data, String stamp) {
        fill(data, Integer.MAX_VALUE);
        putInventory(stamp);
    }

    /// Puts the first articles of a data folder.
    public void fill(Path data, int most) {
        Path bucket = data.resolve("pmc-oa-opendata");
        try (Stream<Path> metadata = Files.list(bucket.resolve("metadata"))) {
            metadata.sorted().limit(most).forEach(json -> {
                String name = String.valueOf(json.getFileName()).replace(".json", "");
                Path xml = bucket.resolve(name).resolve(name + ".xml");
                if (Files.exists(xml)) {
                    put(name, PubmedShelf.read(xml), new String(PubmedShelf.read(json), StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name such as `PMC123.1`
    void put(String name, byte[] xml, String metadata) {
        sources.put(BUCKET + name + "/" + name + ".xml", xml, MODIFIED);
        putMetadata(name, metadata, MODIFIED);
    }

    /// A small made article.
    public void putMade(int id, int version, String licence, Instant modified) {
        String name = "PMC" + id + "." + version;
        byte[] xml = madeXml(id, version);
        sources.put(BUCKET + name + "/" + name + ".xml", xml, modified);
        putMetadata(name, metadata(id, version, licence, PubmedShelf.md5(xml), false), modified);
    }

    /// The same article; only its metadata say now that it is retracted.
    public void putMadeRetracted(int id, int version, Instant modified) {
        String name = "PMC" + id + "." + version;
        putMetadata(name, metadata(id, version, "CC BY", PubmedShelf.md5(madeXml(id, version)), true), modified);
    }

    private static byte[] madeXml(int id, int version) {
        return """
                <article article-type="research-article"><front><article-meta>
                <article-id pub-id-type="pmcid">PMC%d</article-id>
                <title-group><article-title>Made article %d, version %d</article-title></title-group>
                <abstract><p>What it says.</p></abstract></article-meta></front>
                <body><p>Its body says more.</p></body></article>
                """.formatted(id, id, version).getBytes(StandardCharsets.UTF_8);
    }

    static String metadata(int id, int version, String licence, String md5, boolean retracted) {
        return """
                {"pmcid": "PMC%d", "version": %d, "is_retracted": %s, "license_code": %s,
                 "xml_url": "s3://pmc-oa-opendata/PMC%d.%d/PMC%d.%d.xml?md5=%s"}
                """.formatted(
                        id,
                        version,
                        retracted,
                        licence.isEmpty() ? "null" : "\"" + licence + "\"",
                        id,
                        version,
                        id,
                        version,
                        md5);
    }

    public void putMetadata(String name, String metadata, Instant modified) {
        byte[] json = metadata.getBytes(StandardCharsets.UTF_8);
        sources.put(BUCKET + "metadata/" + name + ".json", json, modified);
        sources.put(BUCKET + name + "/" + name + ".json", json, modified);
    }

    public void remove(String name) {
        sources.remove(BUCKET + "metadata/" + name + ".json");
        sources.remove(BUCKET + name + "/" + name + ".json");
        sources.remove(BUCKET + name + "/" + name + ".xml");
    }

    /// Writes down what metadata there is now, as the bucket's daily inventory does.
    ///
    /// @param stamp such as `2026-11-22T01-00Z`
    public void putInventory(String stamp) {
        putInventory(stamp, List.of("Bucket", "Key", "LastModifiedDate", "ETag"));
    }

    /// The same, with its columns in this order.
    public void putInventory(String stamp, List<String> columns) {
        List<String> rows = sources.files().tailMap(BUCKET + "metadata/", true).entrySet().stream()
                .takeWhile(file -> file.getKey().startsWith(BUCKET + "metadata/"))
                .map(file -> row(file, columns))
                .toList();
        String inventory = "inventory-reports/pmc-oa-opendata/metadata/";
        int half = rows.size() / 2;
        StringBuilder files = new StringBuilder();
        for (List<String> part : List.of(rows.subList(half, rows.size()), rows.subList(0, half))) {
            byte[] csv = PubmedShelf.gzip(part.stream().collect(Collectors.joining("\n", "", "\n")));
            String key = inventory + "data/" + PubmedShelf.md5(csv) + ".csv.gz";
            sources.put(BUCKET + key, csv, MODIFIED);
            files.append(files.isEmpty() ? "" : ",")
                    .append("{\"key\":\"%s\",\"size\":%d,\"MD5checksum\":\"%s\"}"
                            .formatted(key, csv.length, PubmedShelf.md5(csv)));
        }
        String manifest = """
                {"sourceBucket":"pmc-oa-opendata","destinationBucket":"arn:aws:s3:::pmc-oa-opendata","version":"2016-11-30",
                 "creationTimestamp":"1795222800000","fileFormat":"CSV",
                 "fileSchema":"%s","files":[%s]}
                """.formatted(String.join(", ", columns), files);
        sources.put(BUCKET + inventory + stamp + "/manifest.json", manifest.getBytes(StandardCharsets.UTF_8), MODIFIED);
    }

    private static String row(Map.Entry<String, Served> file, List<String> columns) {
        return columns.stream()
                .map(column -> switch (column) {
                    case "Bucket" -> "pmc-oa-opendata";
                    case "Key" -> file.getKey().substring(BUCKET.length());
                    case "LastModifiedDate" ->
                        file.getValue().modified().toString().replace("Z", ".000Z");
                    case "ETag" -> file.getValue().etag().replace("\"", "");
                    default -> "";
                })
                .map(value -> "\"" + value + "\"")
                .collect(Collectors.joining(","));
    }
}
