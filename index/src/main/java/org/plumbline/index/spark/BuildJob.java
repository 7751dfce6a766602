package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.plumbline.citations.Json;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.SnapshotPart;
import org.plumbline.index.build.CorpusVersion;
import org.plumbline.index.build.SnapshotBuild;

/// Builds a snapshot of the corpus.
///
/// Each article goes, with its texts, to the part that its id's hash names; within a part rows are sorted by
/// article id and streamed into the writer, so that no more than one article is in memory.
public final class BuildJob {

    private static final long ARTICLES_PER_PART = 250_000;

    /// The texts that an article's JSON lists.
    private static final StructType LISTED = new StructType()
            .add(
                    "texts",
                    new ArrayType(
                            new StructType().add("textId", DataTypes.StringType).add("record", DataTypes.StringType),
                            true));

    private final Path home;
    private final String master;
    private final Consumer<String> progress;

    /// @param master as Spark writes it, such as `local[*]`
    /// @param progress is told what happens, for people
    public BuildJob(Path home, String master, Consumer<String> progress) {
        this.home = home;
        this.master = master;
        this.progress = progress;
    }

    /// Builds the snapshot of the current corpus and publishes it; where it is there already, nothing is done.
    public SnapshotManifest run() throws IOException {
        CorpusVersion corpus = CorpusVersion.current(home);
        try (SnapshotBuild build = SnapshotBuild.begin(home, corpus)) {
            Optional<SnapshotManifest> done = build.findDone();
            if (done.isPresent()) {
                progress.accept("snapshot " + build.id() + " is up to date");
                return done.get();
            }
            progress.accept("reading version " + corpus.version() + " of the corpus");
            Files.createDirectories(build.scratch());
            try (SparkSession spark = Sessions.start(master, build.scratch())) {
                List<SnapshotPart> parts = write(spark, corpus, build);
                progress.accept("publishing snapshot " + build.id());
                return build.publish(parts);
            }
        }
    }

    private List<SnapshotPart> write(SparkSession spark, CorpusVersion corpus, SnapshotBuild build) {
        Dataset<Row> articles = table(spark, corpus, "articles").select(PartRows.ARTICLE_ID, "article");
        Dataset<Row> texts = table(spark, corpus, "texts").select("text_id", "record_key", "text");
        long count = articles.count();
        int parts = (int) Math.max(1, Math.ceilDiv(count, ARTICLES_PER_PART));
        progress.accept("indexing " + count + " articles into " + parts + (parts == 1 ? " part" : " parts"));
        String folder = build.newParts().toString();
        LongAccumulator written = spark.sparkContext().longAccumulator("articles");
        MapPartitionsFunction<Row, Row> writer = rows -> List.of(RowFactory.create(
                        Json.line(PartRows.write(rows, Path.of(folder), written, article -> article))))
                .iterator();
        return rows(articles, texts)
                .repartition(parts, col(PartRows.ARTICLE_ID))
                .sortWithinPartitions(PartRows.ARTICLE_ID, PartRows.TEXT_ID)
                .mapPartitions(writer, Encoders.row(PartRows.PART))
                .collectAsList()
                .stream()
                .map(row -> Json.read(row.getString(0), SnapshotPart.class))
                .toList();
    }

    /// One row for each article (without text id) and one for each of its texts: those that it lists, and the older
    /// ones of its records.
    private static Dataset<Row> rows(Dataset<Row> articles, Dataset<Row> texts) {
        Dataset<Row> listed = articles.select(
                        col(PartRows.ARTICLE_ID),
                        explode(from_json(col("article"), LISTED).getField("texts"))
                                .as("one"))
                .select(
                        col(PartRows.ARTICLE_ID),
                        col("one.textId").as("text_id"),
                        col("one.record").as("record_key"));
        Dataset<Row> ofRecords = listed.select(PartRows.ARTICLE_ID, "record_key")
                .join(texts.select("text_id", "record_key"), "record_key")
                .select(PartRows.ARTICLE_ID, "text_id");
        Dataset<Row> words = listed.select(PartRows.ARTICLE_ID, "text_id")
                .union(ofRecords)
                .distinct()
                .join(texts, "text_id")
                .select(
                        col(PartRows.ARTICLE_ID),
                        col("text_id").as(PartRows.TEXT_ID),
                        col("record_key").as(PartRows.RECORD),
                        col("text").as(PartRows.JSON));
        Dataset<Row> heads = articles.select(
                col(PartRows.ARTICLE_ID),
                lit(PartRows.NO_TEXT).as(PartRows.TEXT_ID),
                lit("").as(PartRows.RECORD),
                col("article").as(PartRows.JSON));
        return heads.unionByName(words);
    }

    private Dataset<Row> table(SparkSession spark, CorpusVersion corpus, String name) {
        return spark.read()
                .format("delta")
                .option("versionAsOf", corpus.of(name))
                .load(home.resolve("corpus")
                        .resolve(corpus.generation())
                        .resolve(name)
                        .toString());
    }
}
