package org.plumbline.ingest.spark;

import java.util.Iterator;
import java.util.LinkedHashSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.SourceRecord;

/// The events that records report, as rows of [CorpusRows#EVENTS].
final class EventRows {

    private EventRows() {}

    /// @param records rows with the columns `reports` and `record`
    static Dataset<Row> of(Dataset<Row> records) {
        return records.filter(functions.col("reports"))
                .select("record")
                .flatMap((FlatMapFunction<Row, Row>) row -> events(row.getString(0)), Encoders.row(CorpusRows.EVENTS));
    }

    private static Iterator<Row> events(String json) {
        LinkedHashSet<Row> rows = new LinkedHashSet<>();
        for (IntegrityEvent event : IntegrityEvent.in(Json.read(json, SourceRecord.class))) {
            rows.add(RowFactory.create(event.target(), event.kind().name(), event.record(), Json.line(event)));
        }
        return rows.iterator();
    }
}
