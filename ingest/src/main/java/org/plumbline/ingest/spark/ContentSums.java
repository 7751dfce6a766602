package org.plumbline.ingest.spark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/// The sums of some rows' hashes, as [ContentDigest] defines them; sums of parts add up to the sums of the whole.
///
/// @param words eight sums of 32-bit words, each below 2^63 for up to two milliard rows
/// @param newestSequence the greatest source order among the rows, and the file of the newest
record ContentSums(long rows, List<Long> words, long newestSequence, String newestFile) {

    static final ContentSums NONE = new ContentSums(0, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), -1, "");

    static final StructType SCHEMA = new StructType()
            .add("group", DataTypes.StringType)
            .add("rows", DataTypes.LongType)
            .add("words", DataTypes.createArrayType(DataTypes.LongType))
            .add("sequence", DataTypes.LongType)
            .add("file", DataTypes.StringType);

    /// Sums a partition, a row for each group in it.
    static final MapPartitionsFunction<Row, Row> PARTITION = ContentSums::sum;

    private static final int LANES = 8;

    ContentSums {
        words = List.copyOf(words);
    }

    static ContentSums of(Row row) {
        return new ContentSums(row.getLong(1), row.getList(2), row.getLong(3), row.getString(4));
    }

    long[] lanes() {
        return words.stream().mapToLong(Long::longValue).toArray();
    }

    ContentSums plus(ContentSums other) {
        Accumulator sum = new Accumulator();
        sum.add(this);
        sum.add(other);
        return sum.sums();
    }

    private static Iterator<Row> sum(Iterator<Row> rows) {
        MessageDigest sha256 = ContentDigest.sha256();
        Map<String, Accumulator> groups = new TreeMap<>();
        rows.forEachRemaining(row -> groups.computeIfAbsent(row.getString(0), _ -> new Accumulator())
                .add(hash(sha256, row.getList(3)), row.getLong(1), row.getString(2)));
        return groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue().sums()))
                .iterator();
    }

    private static Row row(String group, ContentSums sums) {
        return RowFactory.create(
                group, sums.rows(), sums.words().toArray(Long[]::new), sums.newestSequence(), sums.newestFile());
    }

    private static byte[] hash(MessageDigest sha256, List<@Nullable String> content) {
        for (String value : content) {
            sha256.update((byte) (value == null ? 0 : 1));
            sha256.update((value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        return sha256.digest();
    }

    private static final class Accumulator {

        private final long[] lanes = new long[LANES];
        private long rows;
        private long newestSequence = -1;
        private String newestFile = "";

        void add(byte[] hash, long sequence, String file) {
            ByteBuffer words = ByteBuffer.wrap(hash);
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += Integer.toUnsignedLong(words.getInt());
            }
            rows++;
            newest(sequence, file);
        }

        void add(ContentSums sums) {
            long[] others = sums.lanes();
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] += others[lane];
            }
            rows += sums.rows();
            newest(sums.newestSequence(), sums.newestFile());
        }

        private void newest(long sequence, String file) {
            if (sequence > newestSequence || (sequence == newestSequence && file.compareTo(newestFile) > 0)) {
                newestSequence = sequence;
                newestFile = file;
            }
        }

        ContentSums sums() {
            List<Long> words = Arrays.stream(lanes).boxed().toList();
            return new ContentSums(rows, words, newestSequence, newestFile);
        }
    }
}
