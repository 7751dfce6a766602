package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/// Finds the records of the components that some names touch: those that carry one of the names, those that share
/// another name with these, and so on until no further one is found.
///
/// Few names are kept in the driver and each round passes once over keys and names, without moving them; many are
/// joined.
final class Touched {

    /// Names up to which the driver keeps them: of some sixty thousand changed records, about 100 MB.
    static final long MOST_IN_MEMORY = 250_000;

    private final SparkSession spark;
    private final Staging staging;
    private final long mostInMemory;

    Touched(SparkSession spark, Staging staging, long mostInMemory) {
        this.spark = spark;
        this.staging = staging;
        this.mostInMemory = mostInMemory;
    }

    /// The records touched, stored: they are taken several times.
    ///
    /// @param records rows with `key` and `names`, a record's key among its names
    /// @param names rows of `name`
    Dataset<Row> records(Dataset<Row> records, Dataset<Row> names) {
        Dataset<Row> kept = names.localCheckpoint();
        Optional<Set<String>> found = kept.count() <= mostInMemory ? findInMemory(records, kept) : Optional.empty();
        if (found.isEmpty()) {
            Column same = col("key").equalTo(col("touched"));
            return staging.store("touched", records.join(Small.sent(joined(records, kept)), same, "left_semi"));
        }
        Broadcast<Set<String>> keys = sent(found.get());
        UserDefinedFunction isTouched =
                functions.udf((UDF1<String, Boolean>) key -> keys.value().contains(key), DataTypes.BooleanType);
        Dataset<Row> touched = staging.store("touched", records.filter(isTouched.apply(col("key"))));
        keys.destroy();
        return touched;
    }

    private Broadcast<Set<String>> sent(Collection<String> values) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new HashSet<>(values));
    }

    /// The keys; empty where they become too many.
    private Optional<Set<String>> findInMemory(Dataset<Row> records, Dataset<Row> names) {
        Set<String> reached = new HashSet<>(names.as(Encoders.STRING()).collectAsList());
        Set<String> keys = new HashSet<>();
        Collection<String> frontier = reached;
        while (!frontier.isEmpty()) {
            Set<String> next = new HashSet<>();
            List<Row> carrying = carrying(records, frontier);
            if (carrying.size() + reached.size() > mostInMemory) {
                return Optional.empty();
            }
            for (Row found : carrying) {
                keys.add(found.getString(0));
                for (String name : found.<String>getList(1)) {
                    if (!reached.contains(name)) {
                        next.add(name);
                    }
                }
            }
            reached.addAll(next);
            frontier = next;
        }
        return Optional.of(keys);
    }

    /// Key and names of the records that carry one of these names; no more than may be kept.
    private List<Row> carrying(Dataset<Row> records, Collection<String> names) {
        Broadcast<Set<String>> sought = sent(names);
        List<Row> found = records.select("key", "names")
                .filter((FilterFunction<Row>)
                        row -> row.<String>getList(1).stream().anyMatch(sought.value()::contains))
                .limit((int) mostInMemory)
                .collectAsList();
        sought.destroy();
        return found;
    }

    private static Dataset<Row> joined(Dataset<Row> records, Dataset<Row> start) {
        Dataset<Row> named = records.select(col("key"), explode(col("names")).as("name"));
        Dataset<Row> names = start;
        long reached = names.count();
        while (true) {
            Dataset<Row> keys = named.join(names, "name").select("key").distinct();
            names = named.join(keys, "key")
                    .select("name")
                    .union(names)
                    .distinct()
                    .localCheckpoint();
            long now = names.count();
            if (now == reached) {
                return named.join(names, "name")
                        .select(col("key").as("touched"))
                        .distinct();
            }
            reached = now;
        }
    }
}
