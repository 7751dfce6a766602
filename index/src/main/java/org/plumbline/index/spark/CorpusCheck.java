package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.HeldArticles;
import org.plumbline.index.build.SnapshotBuild;

/// Compares the articles of a snapshot, and which texts each has, with the version of the corpus that the snapshot
/// names. (That a text has the words of its id, and a passage stands in its text, the snapshot's own check tells.)
public final class CorpusCheck implements AutoCloseable {

    private static final int MOST_NAMED = 20;

    private static final StructType HELD =
            new StructType().add(PartRows.ARTICLE_ID, DataTypes.StringType).add("digest", DataTypes.StringType);

    private final Path home;
    private final Path scratch;
    private final SparkSession spark;

    /// @param master as Spark writes it, such as `local[*]`
    public CorpusCheck(Path home, String master) throws IOException {
        this.home = home;
        this.scratch = Files.createTempDirectory("plumbline-verify");
        this.spark = Sessions.start(master, scratch);
    }

    /// Whether the corpus still has the version that a snapshot was made from.
    public boolean isPossible(SnapshotManifest manifest) {
        Path tables = home.resolve("corpus").resolve(manifest.generation());
        for (String name : List.of(CorpusTables.ARTICLES, CorpusTables.TEXTS)) {
            Long version = manifest.tables().get(name);
            if (version == null
                    || !Files.exists(
                            tables.resolve(name).resolve("_delta_log").resolve("%020d.json".formatted(version)))) {
                return false;
            }
        }
        return tables(manifest).filesAreThere();
    }

    /// What differs, one line each.
    public List<String> findings(SnapshotManifest manifest) {
        Dataset<Row> compared = held(manifest)
                .withColumn("held", lit(1))
                .union(expected(manifest).withColumn("held", lit(0)))
                .groupBy(PartRows.ARTICLE_ID)
                .agg(
                        sum("held").as("held"),
                        sum(when(col("held").equalTo(0), 1).otherwise(0)).as("expected"),
                        count_distinct(col("digest")).as("digests"))
                .filter(col("held")
                        .notEqual(1)
                        .or(col("expected").notEqual(1))
                        .or(col("digests").notEqual(1)))
                .localCheckpoint();
        List<String> findings = new ArrayList<>();
        for (Row row : compared.orderBy(PartRows.ARTICLE_ID).limit(MOST_NAMED).collectAsList()) {
            findings.add(row.getString(0) + finding(row.getLong(1), row.getLong(2)));
        }
        long more = compared.count() - findings.size();
        if (more > 0) {
            findings.add(more + " more articles differ from the corpus");
        }
        return findings;
    }

    private static String finding(long held, long expected) {
        if (expected == 0) {
            return " is not in the corpus version that the snapshot names";
        }
        if (held == 0) {
            return " is in the corpus version that the snapshot names, not in the snapshot";
        }
        return held > 1
                ? " is in the snapshot " + held + " times"
                : " differs from what the corpus version holds that the snapshot names";
    }

    private Dataset<Row> held(SnapshotManifest manifest) {
        String folder = home.toString();
        String id = manifest.id();
        FlatMapFunction<Integer, Row> read = part -> held(Path.of(folder), id, part);
        List<Integer> parts =
                IntStream.range(0, manifest.parts().size()).boxed().toList();
        return spark.createDataset(parts, Encoders.INT())
                .repartition(Math.max(1, parts.size()))
                .flatMap(read, Encoders.row(HELD));
    }

    private static Iterator<Row> held(Path home, String id, int part) throws IOException {
        List<Row> rows = new ArrayList<>();
        HeldArticles.forEach(home, id, part, (article, digest) -> rows.add(RowFactory.create(article, digest)));
        return rows.iterator();
    }

    private Dataset<Row> expected(SnapshotManifest manifest) {
        CorpusTables tables = tables(manifest);
        Dataset<Row> rows = CorpusTables.rows(tables.articles(), tables.texts().withColumn("text", lit("")));
        Dataset<Row> texts = rows.filter(col(PartRows.TEXT_ID).notEqual(PartRows.NO_TEXT))
                .groupBy(PartRows.ARTICLE_ID)
                .agg(collect_set(PartRows.TEXT_ID).as("texts"));
        MapFunction<Row, Row> digest = row -> RowFactory.create(
                row.getString(0), HeldArticles.digest(Json.read(row.getString(1), Article.class), row.getList(2)));
        return tables.articles()
                .join(texts, new String[] {PartRows.ARTICLE_ID}, "left_outer")
                .select(
                        col(PartRows.ARTICLE_ID),
                        col("article"),
                        coalesce(col("texts"), array().cast("array<string>")).as("texts"))
                .map(digest, Encoders.row(HELD));
    }

    private CorpusTables tables(SnapshotManifest manifest) {
        return new CorpusTables(
                spark,
                home,
                new CorpusVersion(
                        2,
                        manifest.corpusVersion(),
                        manifest.generation(),
                        manifest.tables(),
                        manifest.corpusDigest()));
    }

    @Override
    public void close() throws IOException {
        spark.stop();
        SnapshotBuild.delete(scratch);
    }
}
