package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.plumbline.ingest.corpus.RunReport;

/// What a run read: deliveries and distinct keys of records, texts and distinct words among them.
record Seen(long records, long keys, long texts, long textIds) {

    /// Counts what was read; what was set aside, refused and missing into the maps.
    static Seen in(
            Dataset<Row> staged,
            SortedMap<String, Long> setAside,
            SortedMap<String, Long> refused,
            SortedMap<String, Long> missing) {
        Column[] counted = Stream.concat(
                        Stream.of(
                                count_distinct(col("key")).as("keys"),
                                count(col("text")).as("texts"),
                                count_distinct(when(col("text").isNotNull(), col("text_id")))
                                        .as("text_ids")),
                        Arrays.stream(Lack.values())
                                .map(lack -> count_if(col("lacks").contains(lack.mark()))
                                        .as(lack.word())))
                .toArray(Column[]::new);
        List<Row> groups = staged.groupBy("kind", "reason")
                .agg(count(lit(1)).as("n"), counted)
                .collectAsList();
        Seen seen = new Seen(0, 0, 0, 0);
        for (Row group : groups) {
            switch (group.getString(0)) {
                case StagedRow.READ -> {
                    seen = new Seen(group.getLong(2), group.getLong(3), group.getLong(4), group.getLong(5));
                    for (Lack lack : Lack.values()) {
                        missing.merge(lack.word(), group.<Long>getAs(lack.word()), Long::sum);
                    }
                }
                case StagedRow.SET_ASIDE -> setAside.merge(group.getString(1), group.getLong(2), Long::sum);
                default -> refused.merge(group.getString(1), group.getLong(2), Long::sum);
            }
        }
        missing.values().removeIf(count -> count == 0);
        return seen;
    }

    /// What the changes to the corpus' records make of it.
    RunReport.Records changes(Dataset<Row> changed) {
        long added = 0;
        long revised = 0;
        long deleted = 0;
        for (Row group :
                changed.groupBy("op", "newer", "deleted", "old_deleted").count().collectAsList()) {
            boolean isNew = group.getString(0).equals(Table.INSERT);
            boolean wasDeleted = !group.isNullAt(3) && group.getBoolean(3);
            long n = group.getLong(4);
            if (!group.getBoolean(1) || (group.getBoolean(2) && wasDeleted)) {
                continue;
            }
            if (group.getBoolean(2)) {
                deleted += n;
            } else if (isNew) {
                added += n;
            } else {
                revised += n;
            }
        }
        return new RunReport.Records(records, added, revised, deleted, keys - added - revised - deleted);
    }
}
