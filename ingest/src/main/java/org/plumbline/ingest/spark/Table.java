package org.plumbline.ingest.spark;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/// A Delta table of the corpus, and how it takes changes: rows of its own columns and `op` (insert, update,
/// delete).
final class Table {

    static final String OP = "op";
    static final String INSERT = "insert";
    static final String UPDATE = "update";
    static final String DELETE = "delete";

    private final SparkSession spark;
    private final Path folder;
    private final List<String> keys;

    Table(SparkSession spark, Path folder, List<String> keys) {
        this.spark = spark;
        this.folder = folder;
        this.keys = List.copyOf(keys);
    }

    Dataset<Row> rows() {
        return spark.read().format("delta").load(folder.toString());
    }

    /// Adds rows; makes the table where there is none.
    void append(Dataset<Row> rows) {
        rows.write().format("delta").mode("append").save(folder.toString());
    }

    /// What makes old rows into fresh ones; rows that are the same in the column `value` are none.
    ///
    /// @param old those of this table that may change: what has no fresh row of its key is deleted
    Dataset<Row> changes(Dataset<Row> fresh, Dataset<Row> old, String value) {
        Column same = keys.stream()
                .map(key -> functions.col("fresh." + key).equalTo(functions.col("old." + key)))
                .reduce(Column::and)
                .orElseThrow();
        String first = keys.getFirst();
        Column op = functions
                .when(functions.col("old." + first).isNull(), INSERT)
                .when(functions.col("fresh." + first).isNull(), DELETE)
                .when(functions.not(functions.col("fresh." + value).equalTo(functions.col("old." + value))), UPDATE);
        Column[] columns = Arrays.stream(fresh.columns())
                .map(name -> keys.contains(name)
                        ? functions
                                .coalesce(functions.col("fresh." + name), functions.col("old." + name))
                                .as(name)
                        : functions.col("fresh." + name))
                .toArray(Column[]::new);
        return fresh.as("fresh")
                .join(old.as("old"), same, "full_outer")
                .withColumn(OP, op)
                .filter(functions.col(OP).isNotNull())
                .select(Stream.concat(Arrays.stream(columns), Stream.of(functions.col(OP)))
                        .toArray(Column[]::new));
    }

    /// Brings changes in: appends where nothing is to be rewritten, else merges. Rows are taken twice, so they
    /// should lie stored.
    void apply(Dataset<Row> changes) {
        List<String> ops = changes.select(OP).distinct().as(Encoders.STRING()).collectAsList();
        if (ops.isEmpty()) {
            return;
        }
        if (ops.equals(List.of(INSERT))) {
            append(changes.drop(OP));
            return;
        }
        String sameKey = keys.stream().map(key -> "t." + key + " = c." + key).collect(Collectors.joining(" AND "));
        DeltaTable.forPath(spark, folder.toString())
                .as("t")
                .merge(changes.as("c"), sameKey)
                .whenMatched("c.op = '" + DELETE + "'")
                .delete()
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }
}
