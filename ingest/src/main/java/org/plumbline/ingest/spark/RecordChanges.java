package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
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
///
/// The records themselves, some kilobytes each, are moved and read only where they change: order, ids and digests
/// decide.
final class RecordChanges {

    private static final List<String> ORDER = List.of("sequence", "version", "position", "record_hash", "file");
    private static final List<String> COLUMNS = List.of(CorpusRows.RECORDS.fieldNames());
    private static final List<String> REPLACED = List.of("old_links", "old_former", "old_deleted", "newer");

    private RecordChanges() {}

    /// One row a key, with the columns of [CorpusRows#RECORDS].
    ///
    /// @param repeats how many deliveries are of keys that were delivered before; where there are none nothing is
    ///     sorted, and of few only these
    static Dataset<Row> newest(Dataset<Row> staged, long repeats) {
        Dataset<Row> read = staged.filter(col("kind").equalTo(StagedRow.READ));
        if (repeats == 0) {
            return single(read);
        }
        Dataset<Row> repeated = repeated(read, "key");
        Column same = col("key").equalTo(col("repeated"));
        return single(read.join(repeated, same, "left_anti")).union(newestOf(read.join(repeated, same, "left_semi")));
    }

    /// What a column holds more than once, as `repeated`.
    static Dataset<Row> repeated(Dataset<Row> rows, String column) {
        return Small.sent(rows.groupBy(column)
                .agg(count(lit(1)).as("n"))
                .filter(col("n").gt(1))
                .select(col(column).as("repeated"))
                .localCheckpoint());
    }

    private static Dataset<Row> single(Dataset<Row> read) {
        return read.withColumn("former", array_sort(array_distinct(col("former"))))
                .select(columns(""));
    }

    private static Dataset<Row> newestOf(Dataset<Row> read) {
        Column[] inOrder = Stream.concat(
                        ORDER.stream(),
                        COLUMNS.stream()
                                .filter(name -> !ORDER.contains(name) && !name.equals("key") && !name.equals("former")))
                .map(name -> col(name))
                .toArray(Column[]::new);
        return read.groupBy("key")
                .agg(
                        max(struct(inOrder)).as("newest"),
                        array_sort(array_distinct(flatten(collect_list("former"))))
                                .as("former"))
                .select("key", "newest.*", "former")
                .select(columns(""));
    }

    /// The rows by which the newest differ from the old, with `op`, and with what they replace as `old_links`,
    /// `old_former` and `old_deleted`; `newer` is false where an older version came late: it only told a former id.
    ///
    /// @param staging keeps the comparison, which is taken twice
    static Dataset<Row> against(Dataset<Row> newest, Dataset<Row> old, Staging staging) {
        Column known = col("o.key").isNotNull();
        Column newer = not(known).or(order("n.").gt(order("o.")));
        Column former = when(known, array_sort(array_union(col("n.former"), col("o.former"))))
                .otherwise(col("n.former"));
        Dataset<Row> fewNew = newest.select(narrow(""));
        Dataset<Row> fewOld = old.select(narrow(""))
                .join(
                        Small.sent(fewNew.select(col("key").as("delivered"))),
                        col("key").equalTo(col("delivered")),
                        "left_semi");
        Dataset<Row> compared = staging.store(
                "compared",
                fewNew.as("n")
                        .join(fewOld.as("o"), col("n.key").equalTo(col("o.key")), "left_outer")
                        .select(
                                col("n.key").as("compared"),
                                when(not(known), Table.INSERT)
                                        .when(newer.or(not(former.equalTo(col("o.former")))), Table.UPDATE)
                                        .as(Table.OP),
                                former.as("all_former"),
                                col("o.links").as("old_links"),
                                col("o.former").as("old_former"),
                                col("o.deleted").as("old_deleted"),
                                newer.as("newer"))
                        .filter(col(Table.OP).isNotNull()));
        Dataset<Row> fresh = changed(newest, Small.sent(compared.filter(col("newer"))));
        Dataset<Row> late = compared.filter(not(col("newer")));
        return late.isEmpty() ? fresh : fresh.union(changed(old, Small.sent(late)));
    }

    private static Dataset<Row> changed(Dataset<Row> rows, Dataset<Row> compared) {
        Column[] columns = Stream.of(
                        COLUMNS.stream()
                                .map(name -> name.equals("former")
                                        ? col("all_former").as("former")
                                        : col(name)),
                        Stream.of(col(Table.OP)),
                        REPLACED.stream().map(name -> col(name)))
                .flatMap(each -> each)
                .toArray(Column[]::new);
        return rows.join(compared, col("key").equalTo(col("compared"))).select(columns);
    }

    private static Column[] narrow(String prefix) {
        return Stream.concat(ORDER.stream(), Stream.of("key", "links", "former", "deleted"))
                .map(name -> col(prefix + name))
                .toArray(Column[]::new);
    }

    /// The columns of [CorpusRows#RECORDS] of a table named so.
    static Column[] columns(String prefix) {
        return COLUMNS.stream().map(name -> col(prefix + name)).toArray(Column[]::new);
    }

    private static Column order(String prefix) {
        return struct(ORDER.stream().map(name -> col(prefix + name)).toArray(Column[]::new));
    }

    /// The columns that only a change has, of [#against].
    static String[] onlyOfChanges() {
        return Arrays.copyOf(REPLACED.toArray(String[]::new), REPLACED.size());
    }
}
