package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CurrentCorpus;

/// Digests and counts the content of the corpus in one pass.
///
/// Each row becomes SHA-256 over its content columns; the eight 32-bit words of these hashes are summed per table
/// (addition commutes, so neither the order of rows nor the files they lie in matter, and a row counts as often as
/// it is there); the digest is SHA-256 over one line a table: name, rows, the eight sums. A text counts by its id,
/// which is the digest of its words.
///
/// @param digest 64 lower-case hex digits
record ContentDigest(String digest, CurrentCorpus.Counts counts) {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "records",
                    List.of(
                            "key",
                            "sequence",
                            "version",
                            "position",
                            "deleted",
                            "file",
                            "record_hash",
                            "links",
                            "former"),
            "texts", List.of("text_id"),
            "articles", List.of("article_id", "article_hash"),
            "aliases", List.of("alias", "article_id"),
            "events", List.of("target", "kind", "record_key", "event"));

    /// @param rows gives a table's rows by its name
    /// @param quarantined how many rows are in quarantine
    static ContentDigest of(Function<String, Dataset<Row>> rows, long quarantined) {
        SortedMap<String, ContentSums> groups = new TreeMap<>();
        CorpusRows.CONTENT.stream()
                .map(table -> prepared(table, rows.apply(table)))
                .reduce(Dataset::union)
                .orElseThrow()
                .mapPartitions(ContentSums.PARTITION, Encoders.row(ContentSums.SCHEMA))
                .collectAsList()
                .forEach(row -> groups.merge(row.getString(0), ContentSums.of(row), ContentSums::plus));
        return new ContentDigest(digest(groups), counts(groups, quarantined));
    }

    /// Rows of group ("table/source or standing/flag"), sequence, file, content.
    private static Dataset<Row> prepared(String table, Dataset<Row> rows) {
        Column[] content = COLUMNS.getOrDefault(table, List.of()).stream()
                .map(name -> col(name).cast("string"))
                .toArray(Column[]::new);
        boolean records = table.equals("records");
        Column group = switch (table) {
            case "records" -> functions.concat_ws("/", functions.lit(table), col("source"), col("deleted"));
            case "articles" -> functions.concat_ws("/", functions.lit(table), col("standing"), col("has_full_text"));
            default -> functions.lit(table);
        };
        return rows.select(
                group.as("group"),
                (records ? col("sequence") : functions.lit(0L)).as("sequence"),
                (records ? col("file") : functions.lit("")).as("file"),
                functions.array(content).as("content"));
    }

    private static String digest(SortedMap<String, ContentSums> groups) {
        MessageDigest sha256 = sha256();
        for (String table : CorpusRows.CONTENT) {
            ContentSums sums = groups.entrySet().stream()
                    .filter(group -> group.getKey().split("/", -1)[0].equals(table))
                    .map(Map.Entry::getValue)
                    .reduce(ContentSums.NONE, ContentSums::plus);
            String line = table + " " + sums.rows() + " " + Arrays.toString(sums.lanes()) + "\n";
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static CurrentCorpus.Counts counts(SortedMap<String, ContentSums> groups, long quarantined) {
        SortedMap<Source, CurrentCorpus.Records> records = new TreeMap<>();
        for (Source source : Source.values()) {
            ContentSums live = groups.getOrDefault("records/" + source + "/false", ContentSums.NONE);
            ContentSums deleted = groups.getOrDefault("records/" + source + "/true", ContentSums.NONE);
            ContentSums both = live.plus(deleted);
            if (both.rows() > 0) {
                records.put(source, new CurrentCorpus.Records(live.rows(), deleted.rows(), both.newestFile()));
            }
        }
        SortedMap<String, Long> standings = new TreeMap<>();
        long fullTexts = 0;
        long articles = 0;
        for (Map.Entry<String, ContentSums> group : groups.entrySet()) {
            String[] names = group.getKey().split("/", -1);
            if (names[0].equals("articles")) {
                long rows = group.getValue().rows();
                standings.merge(names[1], rows, Long::sum);
                fullTexts += names[2].equals("true") ? rows : 0;
                articles += rows;
            }
        }
        return new CurrentCorpus.Counts(
                articles,
                fullTexts,
                groups.getOrDefault("texts", ContentSums.NONE).rows(),
                groups.getOrDefault("aliases", ContentSums.NONE).rows(),
                groups.getOrDefault("events", ContentSums.NONE).rows(),
                quarantined,
                records,
                standings);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
