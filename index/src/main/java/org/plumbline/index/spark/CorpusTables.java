package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.CorpusVersion;

/// The corpus tables at one version, as rows.
final class CorpusTables {

    static final String ARTICLES = "articles";
    static final String TEXTS = "texts";
    static final String RECORDS = "records";

    /// What a change feed adds to a row.
    static final String CHANGE = "_change_type";

    static final String VERSION = "_commit_version";

    /// The texts that an article's JSON lists.
    private static final StructType LISTED = new StructType()
            .add(
                    "texts",
                    new ArrayType(
                            new StructType().add("textId", DataTypes.StringType).add("record", DataTypes.StringType),
                            true));

    private final SparkSession spark;
    private final Path folder;
    private final CorpusVersion corpus;

    CorpusTables(SparkSession spark, Path home, CorpusVersion corpus) {
        this.spark = spark;
        this.folder = home.resolve("corpus").resolve(corpus.generation());
        this.corpus = corpus;
    }

    /// Rows of `article_id, article` (JSON).
    Dataset<Row> articles() {
        return table(ARTICLES).select(PartRows.ARTICLE_ID, "article");
    }

    /// Rows of `text_id, record_key, text` (JSON).
    Dataset<Row> texts() {
        return table(TEXTS).select("text_id", "record_key", "text");
    }

    private Dataset<Row> table(String name) {
        return spark.read()
                .format("delta")
                .option("versionAsOf", corpus.of(name))
                .load(folder.resolve(name).toString());
    }

    /// Whether the files of articles and texts are there still.
    boolean filesAreThere() {
        return Stream.of(ARTICLES, TEXTS)
                .flatMap(name -> Stream.of(table(name).inputFiles()))
                .allMatch(file -> Files.exists(Path.of(URI.create(file))));
    }

    /// Whether all changes since a snapshot can be read.
    boolean canTellChangesSince(SnapshotManifest base) throws IOException {
        for (String name : List.of(ARTICLES, TEXTS, RECORDS)) {
            if (corpus.tables().containsKey(name)
                    && (!hasChangeFeed(name)
                            || !CommitFiles.areThere(
                                    folder.resolve(name), base.tables().getOrDefault(name, -1L), corpus.of(name)))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasChangeFeed(String name) {
        Row properties = spark.sql("DESCRIBE DETAIL delta.`" + folder.resolve(name) + "`")
                .select(col("properties").getItem("delta.enableChangeDataFeed"))
                .head();
        return "true".equals(properties.getString(0));
    }

    /// The changes of a table since a snapshot: its columns, [#CHANGE] and [#VERSION].
    Dataset<Row> changes(String name, SnapshotManifest base) {
        String path = folder.resolve(name).toString();
        long from = base.tables().getOrDefault(name, -1L);
        if (from == corpus.of(name)) {
            return table(name).limit(0).withColumn(CHANGE, lit("")).withColumn(VERSION, lit(0L));
        }
        return spark.read()
                .format("delta")
                .option("readChangeFeed", "true")
                .option("startingVersion", from + 1)
                .option("endingVersion", corpus.of(name))
                .load(path);
    }

    /// What articles list: rows of `article_id, text_id, record_key`.
    static Dataset<Row> listed(Dataset<Row> articles) {
        return articles.select(
                        col(PartRows.ARTICLE_ID),
                        explode(from_json(col("article"), LISTED).getField("texts"))
                                .as("one"))
                .select(
                        col(PartRows.ARTICLE_ID),
                        col("one.textId").as("text_id"),
                        col("one.record").as("record_key"));
    }

    /// What [PartRows] writes: one row for each article (without text id) and one for each of its texts among those
    /// given, which are those that it lists, and the others of its records.
    static Dataset<Row> rows(Dataset<Row> articles, Dataset<Row> texts) {
        Dataset<Row> listed = listed(articles);
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
}
