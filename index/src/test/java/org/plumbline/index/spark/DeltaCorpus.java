package org.plumbline.index.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.citations.Json;
import org.plumbline.citations.Text;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.CorpusVersion;

/// A corpus on disk as ingest leaves it, made from articles by hand: the tables and columns that the build reads.
final class DeltaCorpus {

    private static final StructType ARTICLES =
            new StructType().add("article_id", DataTypes.StringType).add("article", DataTypes.StringType);
    private static final StructType TEXTS = new StructType()
            .add("text_id", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("record_key", DataTypes.StringType)
            .add("text", DataTypes.StringType);

    private DeltaCorpus() {}

    /// Writes a version of the corpus. A text that an article does not list belongs to the record of its first
    /// text.
    static void write(SparkSession spark, Path home, List<ArticleWithTexts> articles, long version) throws IOException {
        List<Row> articleRows = new ArrayList<>();
        List<Row> textRows = new ArrayList<>();
        for (ArticleWithTexts one : articles) {
            articleRows.add(RowFactory.create(one.article().id(), Json.line(one.article())));
            String record = one.article().texts().getFirst().record();
            for (Text text : one.texts()) {
                textRows.add(RowFactory.create(text.id().value(), text.kind().name(), record, Json.line(text)));
            }
        }
        Path corpus = home.resolve("corpus");
        append(spark, articleRows, ARTICLES, corpus.resolve("articles"));
        append(spark, textRows, TEXTS, corpus.resolve("texts"));
        Map<String, Long> tables = Map.of("articles", version - 1, "texts", version - 1);
        Files.writeString(
                corpus.resolve("CURRENT.json"),
                Json.line(new CorpusVersion(1, version, "", tables, "digest" + version)));
    }

    private static void append(SparkSession spark, List<Row> rows, StructType type, Path table) {
        spark.createDataFrame(rows, type)
                .coalesce(1)
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .save(table.toString());
    }
}
