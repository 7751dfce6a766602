package org.plumbline.ingest.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/// Rows that are joined with many: where they are few, each task gets all of them and the many stay where they lie.
final class Small {

    /// Of keys and labels, some hundred bytes each: some fifty megabytes.
    private static final long MOST = 500_000;

    private Small() {}

    /// The same rows, to be sent to every task if there are few. They are counted, so they should lie stored.
    static Dataset<Row> sent(Dataset<Row> rows) {
        return rows.count() <= MOST ? functions.broadcast(rows) : rows;
    }
}
