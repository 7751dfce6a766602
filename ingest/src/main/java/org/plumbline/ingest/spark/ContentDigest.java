package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.plumbline.citations.Source;
import org.plumbline.ingest.corpus.CurrentCorpus;

/// Digests and counts the content of the corpus in one pass.
///
/// Each row becomes SHA-256 over the JSON of its content columns; the eight 32-bit words of these hashes are summed
/// per table (addition commutes, so neither the order of rows nor the files they lie in matter, and a row counts as
/// often as it is there); the digest is SHA-256 over one line a table: name, rows, the eight sums. A text counts by
/// its id, which is the digest of its words.
///
/// @param digest 64 lower-case hex digits
record ContentDigest(String digest, CurrentCorpus.Counts counts) {

    private static final int LANES = 8;
    private static final String GROUPED = "grouped";

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "records",
                    List.of("key", "sequence", "version", "position", "deleted", "file", "record", "links", "former"),
            "texts", List.of("text_id"),
            "articles", List.of("article_id", "article"),
            "aliases", List.of("alias", "article_id"),
            "events", List.of("target", "kind", "record_key", "event"));

    /// @param rows gives a table's rows by its name
    static ContentDigest of(Function<String, Dataset<Row>> rows, long quarantined) {
        List<Row> groups = CorpusRows.CONTENT.stream()
                .map(table -> hashed(table, rows.apply(table)))
                .reduce(Dataset::unionByName)
                .orElseThrow()
                .groupBy("table", GROUPED, "flag")
                .agg(count(lit(1)).as("n"), aggregates())
                .collectAsList();
        return new ContentDigest(digest(groups), counts(groups, quarantined));
    }

    private static Dataset<Row> hashed(String table, Dataset<Row> rows) {
        Column[] content = COLUMNS.getOrDefault(table, List.of()).stream()
                .map(name -> col(name))
                .toArray(Column[]::new);
        Column none = lit(null).cast(DataTypes.StringType);
        boolean records = table.equals("records");
        boolean articles = table.equals("articles");
        return rows.select(
                lit(table).as("table"),
                (records ? col("source") : articles ? col("standing") : none).as(GROUPED),
                (records ? col("deleted") : articles ? col("has_full_text") : lit(false)).as("flag"),
                (records ? col("sequence") : lit(0L)).as("sequence"),
                (records ? col("file") : none).as("file"),
                sha2(to_json(struct(content)), 256).as("hash"));
    }

    private static Column[] aggregates() {
        List<Column> columns = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Column word = conv(substring(col("hash"), 1 + 8 * lane, 8), 16, 10).cast(DataTypes.LongType);
            columns.add(sum(word).as("lane" + lane));
        }
        columns.add(max_by(col("file"), struct(col("sequence"), col("file"))).as("newest"));
        columns.add(max(col("sequence")).as("newest_sequence"));
        return columns.toArray(Column[]::new);
    }

    private static String digest(List<Row> groups) {
        MessageDigest sha256 = sha256();
        for (String table : CorpusRows.CONTENT) {
            long count = 0;
            long[] lanes = new long[LANES];
            for (Row group : groups) {
                if (group.<String>getAs("table").equals(table)) {
                    count += group.<Long>getAs("n");
                    for (int lane = 0; lane < LANES; lane++) {
                        lanes[lane] += group.<Long>getAs("lane" + lane);
                    }
                }
            }
            String line = table + " " + count + " " + Arrays.toString(lanes) + "\n";
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static CurrentCorpus.Counts counts(List<Row> groups, long quarantined) {
        Map<String, Long> total = new TreeMap<>();
        SortedMap<Source, CurrentCorpus.Records> records = new TreeMap<>();
        SortedMap<String, Long> standings = new TreeMap<>();
        long fullTexts = 0;
        for (Row group : groups) {
            String table = group.getAs("table");
            long n = group.<Long>getAs("n");
            total.merge(table, n, Long::sum);
            if (table.equals("articles")) {
                standings.merge(group.getAs(GROUPED), n, Long::sum);
                fullTexts += group.<Boolean>getAs("flag") ? n : 0;
            }
        }
        for (Source source : Source.values()) {
            records(groups, source, records);
        }
        return new CurrentCorpus.Counts(
                total.getOrDefault("articles", 0L),
                fullTexts,
                total.getOrDefault("texts", 0L),
                total.getOrDefault("aliases", 0L),
                total.getOrDefault("events", 0L),
                quarantined,
                records,
                standings);
    }

    private static void records(List<Row> groups, Source source, Map<Source, CurrentCorpus.Records> records) {
        long live = 0;
        long deleted = 0;
        long newest = -1;
        String file = "";
        for (Row group : groups) {
            if (source.name().equals(group.<String>getAs(GROUPED))
                    && group.<String>getAs("table").equals("records")) {
                long n = group.<Long>getAs("n");
                live += group.<Boolean>getAs("flag") ? 0 : n;
                deleted += group.<Boolean>getAs("flag") ? n : 0;
                if (group.<Long>getAs("newest_sequence") > newest) {
                    newest = group.<Long>getAs("newest_sequence");
                    file = group.getAs("newest");
                }
            }
        }
        if (live + deleted > 0) {
            records.put(source, new CurrentCorpus.Records(live, deleted, file));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
