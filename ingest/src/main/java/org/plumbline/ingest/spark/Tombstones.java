package org.plumbline.ingest.spark;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceOrder;
import org.plumbline.citations.SourceRecord;
import org.plumbline.ingest.identity.Digests;

/// Records that are gone, as rows of [CorpusRows#RECORDS]: with their order and their former ids, without content.
final class Tombstones {

    private Tombstones() {}

    /// @param gone rows of [CorpusRows#RECORDS]
    static Dataset<Row> of(Dataset<Row> gone) {
        return gone.map((MapFunction<Row, Row>) Tombstones::of, Encoders.row(CorpusRows.RECORDS));
    }

    private static Row of(Row gone) {
        Source source = Source.valueOf(gone.getAs("source"));
        String sourceId = gone.getAs("source_id");
        long sequence = gone.getAs("sequence");
        int version = gone.getAs("version");
        long position = gone.getAs("position");
        SourceRecord tombstone = SourceRecord.tombstone(source, sourceId, new SourceOrder(sequence, version, position));
        String json = Json.line(tombstone);
        List<String> former = gone.getList(gone.fieldIndex("former"));
        return RowFactory.create(
                tombstone.key(),
                source.name(),
                sourceId,
                sequence,
                version,
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
