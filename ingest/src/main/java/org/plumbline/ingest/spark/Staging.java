package org.plumbline.ingest.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.plumbline.citations.Source;
import org.plumbline.ingest.intake.CheckedFile;

/// A run's intermediate results, as Parquet in a folder that the run removes: what is taken twice is computed once,
/// and memory does not grow with it.
final class Staging {

    /// A task reads at least so much, so that millions of small files do not become millions of tasks.
    private static final long MOST_BATCH_BYTES = 8 << 20;

    private static final int BATCHES_A_CORE = 4;

    private final SparkSession spark;
    private final Path folder;

    Staging(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    /// Rows, stored and read back.
    Dataset<Row> store(String name, Dataset<Row> rows) {
        String path = folder.resolve(name).toString();
        rows.write()
                .option("parquet.block.size", 32L << 20)
                .option("compression", "lz4_raw")
                .parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    /// Everything in these files, as rows of [CorpusRows#STAGED].
    Dataset<Row> read(Source source, List<CheckedFile> files, Readers readers, LongAccumulator bytesRead) {
        List<List<Row>> batches = batches(files);
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(batches, Math.max(1, batches.size()))
                .flatMap(List::iterator)
                .mapPartitions(new FileReading(source, readers, bytesRead));
        return store("deliveries", spark.createDataFrame(rows, CorpusRows.STAGED));
    }

    void remove() {
        Folders.delete(folder);
    }

    private List<List<Row>> batches(List<CheckedFile> files) {
        long bytes = files.stream().mapToLong(file -> file.file().sizeBytes()).sum();
        long each = Math.clamp(
                bytes / ((long) spark.sparkContext().defaultParallelism() * BATCHES_A_CORE), 1, MOST_BATCH_BYTES);
        List<List<Row>> batches = new ArrayList<>();
        List<Row> batch = new ArrayList<>();
        long inBatch = 0;
        for (CheckedFile file : files) {
            batch.add(RowFactory.create(
                    file.file().path().toAbsolutePath().toString(),
                    file.file().name(),
                    file.file().sequence()));
            inBatch += file.file().sizeBytes();
            if (inBatch >= each) {
                batches.add(batch);
                batch = new ArrayList<>();
                inBatch = 0;
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
