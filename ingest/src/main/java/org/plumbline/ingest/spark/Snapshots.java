package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.plumbline.citations.Source;

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
        return Tombstones.of(gone.withColumn("version", lit(WITHDRAWN)));
    }
}
