package org.plumbline.index.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/// Starts Spark as the build needs it: Delta tables, no web pages, quiet.
final class Sessions {

    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    private Sessions() {}

    /// @param master as Spark writes it, such as `local[*]`
    /// @param scratch where Spark spills, on this machine
    static SparkSession start(String master, Path scratch) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "classpath:org/plumbline/index/spark/log4j2.properties");
        }
        SparkSession.Builder session = SparkSession.builder()
                .appName("plumbline index")
                .master(master)
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.ui.enabled", false)
                .config("spark.local.dir", scratch.toString())
                .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
                .config("spark.sql.shuffle.partitions", 64)
                .config("spark.databricks.delta.snapshotPartitions", 2);
        if (master.startsWith("local")) {
            session.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            onCluster(session);
        }
        return session.getOrCreate();
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
}
