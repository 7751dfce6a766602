package org.plumbline.ingest.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.IntegrityEvent;
import org.plumbline.citations.Json;
import org.plumbline.citations.Source;
import org.plumbline.citations.SourceRecord;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.ingest.identity.Digests;
import org.plumbline.ingest.identity.Links;
import org.plumbline.ingest.text.Delivery;
import org.plumbline.ingest.text.Quarantined;

/// A delivery as a row of [CorpusRows#STAGED].
final class StagedRow {

    static final String READ = "read";
    static final String REFUSED = "refused";
    static final String SET_ASIDE = "set-aside";

    private final @Nullable Object[] values = new Object[CorpusRows.STAGED.length()];

    private StagedRow() {}

    /// @param path where the file lies
    static Row of(Source source, String file, String path, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Read(SourceRecord record, Text text) -> read(file, record, text);
            case Delivery.Refused(Quarantined entry) -> refused(path, entry);
            case Delivery.SetAside(String kind, String sourceId) ->
                new StagedRow()
                        .set("kind", SET_ASIDE)
                        .set("source", source.name())
                        .set("source_id", sourceId)
                        .set("reason", kind)
                        .set("file", file)
                        .row();
        };
    }

    /// Rows of [CorpusRows#RECORDS] as if they were read now, without their texts.
    static Dataset<Row> ofRecords(Dataset<Row> records) {
        List<String> known = List.of(CorpusRows.RECORDS.fieldNames());
        Column[] columns = Arrays.stream(CorpusRows.STAGED.fields())
                .map(field -> switch (field.name()) {
                    case "kind" -> functions.lit(READ).as("kind");
                    case String name when known.contains(name) -> functions.col(name);
                    case String name ->
                        functions.lit(null).cast(field.dataType()).as(name);
                })
                .toArray(Column[]::new);
        return records.select(columns);
    }

    private static Row read(String file, SourceRecord record, @Nullable Text text) {
        TextId textId = record.textId();
        String json = Json.line(record);
        StagedRow row = new StagedRow()
                .set("kind", READ)
                .set("key", record.key())
                .set("source", record.source().name())
                .set("source_id", record.sourceId())
                .set("sequence", record.order().sequence())
                .set("version", record.order().version())
                .set("position", record.order().position())
                .set("deleted", record.deleted())
                .set("pmid", record.ids().pmid())
                .set("pmcid", record.ids().pmcid())
                .set("doi", record.ids().doi())
                .set("text_id", textId == null ? null : textId.value())
                .set("file", file)
                .set("record", json)
                .set("record_hash", Digests.sha256(json))
                .set("reports", !record.deleted() && !IntegrityEvent.in(record).isEmpty())
                .set("links", Links.of(record).toArray(String[]::new))
                .set("former", Links.ids(record).toArray(String[]::new))
                .set("studies", Links.studies(record).toArray(String[]::new));
        row.set("lacks", Lack.in(record, text));
        if (text != null) {
            row.set("text_kind", text.kind().name()).set("text", Json.line(text));
        }
        return row.row();
    }

    static Row refused(String path, Quarantined entry) {
        return new StagedRow()
                .set("kind", REFUSED)
                .set("source", entry.source().name())
                .set("file", entry.file())
                .set("place", entry.place())
                .set("reason", entry.reason().code())
                .set("message", entry.message())
                .set("sample", entry.sample())
                .set("trace", entry.trace())
                .set("path", path)
                .row();
    }

    private StagedRow set(String column, @Nullable Object value) {
        StructType schema = CorpusRows.STAGED;
        values[schema.fieldIndex(column)] = value;
        return this;
    }

    private Row row() {
        return RowFactory.create(Arrays.copyOf(values, values.length));
    }
}
