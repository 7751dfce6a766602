package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/// The newest of what was read for each key, beside what the corpus had: by sequence, version and position, then
/// (two loose files may claim one place) by content, so that the order in which deliveries come cannot matter.
final class RecordChanges {

    private static final List<String> ORDER = List.of("sequence", "version", "position", "record", "file");
    private static final List<String> COLUMNS = List.of(CorpusRows.RECORDS.fieldNames());

    private RecordChanges() {}

    /// One row a key, with the columns of [CorpusRows#RECORDS].
    static Dataset<Row> newest(Dataset<Row> staged) {
        Column[] inOrder = Stream.concat(
                        ORDER.stream(),
                        COLUMNS.stream()
                                .filter(name -> !ORDER.contains(name) && !name.equals("key") && !name.equals("former")))
                .map(name -> col(name))
                .toArray(Column[]::new);
        return staged.filter(col("kind").equalTo(StagedRow.READ))
                .groupBy("key")
                .agg(
                        max(struct(inOrder)).as("newest"),
                        array_sort(array_distinct(flatten(collect_list("former"))))
                                .as("former"))
                .select("key", "newest.*", "former")
                .select(columns(""));
    }

    /// The rows by which the newest differ from the old, with `op`, and with what they replace as `old_links`,
    /// `old_former` and `old_deleted`.
    static Dataset<Row> against(Dataset<Row> newest, Dataset<Row> old) {
        Column known = col("o.key").isNotNull();
        Column newer = not(known).or(order("n.").gt(order("o.")));
        Column former = when(known, array_sort(array_union(col("n.former"), col("o.former"))))
                .otherwise(col("n.former"));
        Column[] resolved = COLUMNS.stream()
                .map(name -> switch (name) {
                    case "key" -> col("n.key");
                    case "former" -> former.as("former");
                    default ->
                        when(newer, col("n." + name))
                                .otherwise(col("o." + name))
                                .as(name);
                })
                .toArray(Column[]::new);
        Column op = when(not(known), Table.INSERT).when(newer.or(not(former.equalTo(col("o.former")))), Table.UPDATE);
        Column[] replaced = {
            op.as(Table.OP),
            col("o.links").as("old_links"),
            col("o.former").as("old_former"),
            col("o.deleted").as("old_deleted"),
            newer.as("newer")
        };
        return newest.as("n")
                .join(old.as("o"), col("n.key").equalTo(col("o.key")), "left_outer")
                .select(Stream.concat(Arrays.stream(resolved), Arrays.stream(replaced))
                        .toArray(Column[]::new))
                .filter(col(Table.OP).isNotNull());
    }

    /// The columns of [CorpusRows#RECORDS] of a table named so.
    static Column[] columns(String prefix) {
        return COLUMNS.stream().map(name -> col(prefix + name)).toArray(Column[]::new);
    }

    private static Column order(String prefix) {
        return struct(ORDER.stream().map(name -> col(prefix + name)).toArray(Column[]::new));
    }
}
