package org.plumbline.ingest.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/// Opens Spark with Delta, quiet, without a web page, and with all its leftovers in one folder.
public final class SparkSessions {

    /// For data of some megabytes, where planning, generating and compiling code cost more than the work.
    private static final Map<String, String> SMALL = Map.of(
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.databricks.delta.snapshotPartitions", "1");

    private static final Map<String, String> LARGE = Map.of(
            "spark.sql.adaptive.enabled", "true",
            "spark.sql.codegen.wholeStage", "true",
            "spark.sql.codegen.factoryMode", "FALLBACK",
            "spark.databricks.delta.snapshotPartitions", "2");

    /// Columns by whose values single rows are looked for: their files keep Bloom filters, by which a reader passes
    /// over all of a table but the part that holds a value.
    private static final List<String> LOOKED_UP =
            List.of("key", "pmid", "pmcid", "doi", "alias", "article_id", "target");

    private SparkSessions() {}

    /// A session.
    ///
    /// @param master such as `local[*]`, or `spark://host:7077` of a cluster that sees the same files: the home and
    ///     the input under the same paths, and this program unpacked in the same place
    /// @param scratch a folder for temporary files
    /// @param partitions into how many parts shuffled data are cut; 1 for small data, for which Spark is set to
    ///     start fast
    public static SparkSession open(String master, Path scratch, int partitions) {
        SparkSession.Builder session = SparkSession.builder()
                .appName("plumbline ingest")
                .master(master)
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.properties.defaults.enableDeletionVectors", "true")
                .config("spark.databricks.delta.properties.defaults.enableChangeDataFeed", "true")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.hadoop.parquet.compression.codec.zstd.level", "1")
                // Nearly every column is unlike from row to row: dictionaries cost a fifth of the writing, for nothing.
                .config("spark.hadoop.parquet.enable.dictionary", "false")
                // What is merged lies stored and does not change under the merge: it need not be copied once more.
                .config("spark.databricks.delta.merge.materializeSource", "none")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.debug.maxToStringFields", "1000")
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.local.dir", scratch.resolve("spark").toString());
        for (String column : LOOKED_UP) {
            session.config("spark.hadoop.parquet.bloom.filter.enabled#" + column, "true");
        }
        session.config("spark.hadoop.parquet.bloom.filter.adaptive.enabled", "true");
        if (master.startsWith("local")) {
            session.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            onCluster(session);
        }
        SparkSession opened = session.getOrCreate();
        setPartitions(opened, partitions);
        return opened;
    }

    /// On a cluster's workers the program lies where it lies here, and its JVM is as quiet. The driver is known by
    /// the address that `SPARK_LOCAL_IP` names, where it is set.
    private static void onCluster(SparkSession.Builder session) {
        session.config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config(
                        "spark.executor.defaultJavaOptions",
                        "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8");
        Optional.ofNullable(System.getenv("SPARK_LOCAL_IP"))
                .filter(address -> !address.isBlank())
                .ifPresent(address -> session.config("spark.driver.host", address));
    }

    /// Into how many parts a session cuts shuffled data from now on, as [#open] takes it.
    static void setPartitions(SparkSession session, int partitions) {
        (partitions == 1 ? SMALL : LARGE).forEach(session.conf()::set);
        session.conf().set("spark.sql.shuffle.partitions", partitions);
    }
}
