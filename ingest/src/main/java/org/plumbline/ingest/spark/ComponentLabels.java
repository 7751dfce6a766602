package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Names the component of each record that shares a name (a link, or an id once stated) with another.
///
/// Few shared names are joined in the driver's memory; many by label propagation: every record takes the least
/// label among those it shares a name with, until none changes. Components are small (a publication has two or
/// three records), so that is a matter of a few rounds.
final class ComponentLabels {

    /// Pairs of record and shared name up to which the driver joins them: some two hundred megabytes.
    static final long MOST_IN_MEMORY = 2_000_000;

    private static final StructType LABELS =
            new StructType().add("hash", DataTypes.LongType).add("label", DataTypes.StringType);

    private final SparkSession spark;
    private final long mostInMemory;

    ComponentLabels(SparkSession spark, long mostInMemory) {
        this.spark = spark;
        this.mostInMemory = mostInMemory;
    }

    /// Rows of key and label, for records that are not alone.
    ///
    /// @param records rows with `key` and `names`
    Dataset<Row> of(Dataset<Row> records) {
        Dataset<Row> named = records.select(col("key"), explode(col("names")).as("name"));
        Dataset<Row> shared = named.groupBy(xxhash64(col("name")).as("shared"))
                .agg(count(lit(1)).as("n"))
                .filter(col("n").gt(1))
                .select("shared");
        Dataset<Row> edges = named.join(
                        Small.sent(shared.localCheckpoint()),
                        xxhash64(col("name")).equalTo(col("shared")),
                        "left_semi")
                .select("key", "name")
                .localCheckpoint();
        return edges.count() <= mostInMemory ? joinedInMemory(edges) : propagated(edges);
    }

    /// The driver joins hashes of keys and names, not themselves: two that meet by chance only make one component of
    /// two, which does not change their articles.
    private Dataset<Row> joinedInMemory(Dataset<Row> edges) {
        Components components = new Components();
        Set<Long> keys = new LinkedHashSet<>();
        for (Row edge :
                edges.select(xxhash64(col("key")), xxhash64(col("name"))).collectAsList()) {
            keys.add(edge.getLong(0));
            components.join(edge.getLong(0), edge.getLong(1));
        }
        List<Row> labels = new ArrayList<>(keys.size());
        keys.forEach(key -> labels.add(RowFactory.create(key, Long.toHexString(components.root(key)))));
        return edges.select("key")
                .distinct()
                .join(
                        Small.sent(spark.createDataFrame(labels, LABELS)),
                        xxhash64(col("key")).equalTo(col("hash")))
                .select("key", "label");
    }

    private static Dataset<Row> propagated(Dataset<Row> edges) {
        Dataset<Row> labels = edges.select("key").distinct().withColumn("label", col("key"));
        while (true) {
            Dataset<Row> byName =
                    edges.join(labels, "key").groupBy("name").agg(min("label").as("label"));
            Dataset<Row> next = edges.join(byName, "name")
                    .groupBy("key")
                    .agg(min("label").as("label"))
                    .localCheckpoint();
            long changed = next.except(labels).count();
            labels = next;
            if (changed == 0) {
                return labels;
            }
        }
    }
}
