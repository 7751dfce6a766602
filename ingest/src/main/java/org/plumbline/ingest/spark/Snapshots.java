package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.identity.Digests;

/// Withdraws what is gone from a source that delivers its whole list each time, in files that say their day
/// ([org.plumbline.ingest.intake.DatedName]): a record that only an older list has is a tombstone behind its own
/// last state, so that the same is withdrawn in whatever order lists are taken, and one that comes back is there
/// again. A list without a day withdraws nothing and is never withdrawn.
final class Snapshots {

    /// The order of a withdrawal: behind the record's state of version 1.
    private static final int WITHDRAWN = 2;

    private Snapshots() {}

    static boolean areDeliveredBy(Source source) {
        return source == Source.RETRACTION_WATCH;
    }

    /// The newest of what was read, with what the newest list withdraws.
    ///
    /// @param newest rows of [CorpusRows#RECORDS], one a key
    /// @param known the records table's rows
    static Dataset<Row> settled(Dataset<Row> newest, Dataset<Row> known) {
        long newestDay = Math.max(newestDay(newest), newestDay(known));
        Column gone = isOfLists()
                .and(col("sequence").lt(newestDay))
                .and(col("deleted").equalTo(false));
        Dataset<Row> missing = known.filter(gone)
                .join(newest.select(col("key").as("read")), col("key").equalTo(col("read")), "left_anti")
                .select(RecordChanges.columns(""));
        return newest.filter(not(gone)).union(withdrawn(newest.filter(gone).union(missing)));
    }

    private static long newestDay(Dataset<Row> records) {
        Row newest = records.filter(isOfLists()).agg(max("sequence")).head();
        return newest.isNullAt(0) ? 0 : newest.getLong(0);
    }

    private static Column isOfLists() {
        return col("source")
                .equalTo(Source.RETRACTION_WATCH.name())
                .and(col("sequence").gt(0));
    }

    private static Dataset<Row> withdrawn(Dataset<Row> gone) {
        return gone.map((MapFunction<Row, Row>) Snapshots::tombstone, Encoders.row(CorpusRows.RECORDS));
    }

    private static Row tombstone(Row gone) {
        String sourceId = gone.getAs("source_id");
        long sequence = gone.getAs("sequence");
        long position = gone.getAs("position");
        SourceRecord tombstone = SourceRecord.tombstone(
                Source.RETRACTION_WATCH, sourceId, new SourceOrder(sequence, WITHDRAWN, position));
        String json = Json.line(tombstone);
        List<String> former = gone.getList(gone.fieldIndex("former"));
        return RowFactory.create(
                tombstone.key(),
                tombstone.source().name(),
                sourceId,
                sequence,
                WITHDRAWN,
                position,
                true,
                null,
                null,
                null,
                null,
                gone.getAs("file"),
                json,
                new String[0],
                former.toArray(String[]::new),
                new String[0],
                Digests.sha256(json),
                false);
    }
}
