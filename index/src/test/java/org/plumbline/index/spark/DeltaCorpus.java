package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.citations.Text;
import org.plumbline.citations.TextId;
import org.plumbline.index.build.ArticleWithTexts;
import org.plumbline.index.build.ChangingCorpus.Kept;
import org.plumbline.index.build.CorpusVersion;

/// A corpus on disk as ingest leaves it: the tables and columns that the build reads, with deletion vectors and
/// change feeds. What changes is deleted by a merge and appended, in two versions.
final class DeltaCorpus {

    private static final StructType ARTICLES =
            new StructType().add("article_id", DataTypes.StringType).add("article", DataTypes.StringType);
    private static final StructType TEXTS = new StructType()
            .add("text_id", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("record_key", DataTypes.StringType)
            .add("text", DataTypes.StringType);
    private static final StructType RECORDS =
            new StructType().add("key", DataTypes.StringType).add("deleted", DataTypes.BooleanType);

    private final Path corpus;
    private long version;
    private Map<String, String> articles = Map.of();
    private Set<TextId> texts = Set.of();
    private Map<String, Boolean> records = Map.of();

    DeltaCorpus(Path home) {
        this.corpus = home.resolve("corpus");
    }

    /// Writes the next version: of articles made by hand, where a text that an article does not list belongs to the
    /// record of its first one.
    void write(SparkSession spark, List<ArticleWithTexts> inputs) throws IOException {
        List<Kept> kept = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (ArticleWithTexts one : inputs) {
            String record = one.article().texts().getFirst().record();
            seen.add(record);
            one.texts().forEach(text -> kept.add(new Kept(text, record)));
        }
        write(spark, inputs.stream().map(ArticleWithTexts::article).toList(), kept, seen, seen);
    }

    /// Writes the next version.
    ///
    /// @param live the records that are not deleted, of all
    void write(
            SparkSession spark, Collection<Article> current, Collection<Kept> kept, Set<String> all, Set<String> live)
            throws IOException {
        spark.conf().set("spark.databricks.delta.properties.defaults.enableDeletionVectors", "true");
        spark.conf().set("spark.databricks.delta.properties.defaults.enableChangeDataFeed", "true");
        Map<String, String> nextArticles = new TreeMap<>();
        current.forEach(article -> nextArticles.put(article.id(), Json.line(article)));
        apply(
                spark,
                "articles",
                "article_id",
                ARTICLES,
                changed(articles, nextArticles),
                nextArticles.keySet().stream()
                        .filter(id -> !Objects.equals(nextArticles.get(id), articles.get(id)))
                        .map(id -> RowFactory.create(id, nextArticles.get(id)))
                        .toList());
        List<Row> newTexts = kept.stream()
                .filter(one -> !texts.contains(one.text().id()))
                .map(one -> text(one.text(), one.record()))
                .toList();
        apply(spark, "texts", "text_id", TEXTS, List.of(), newTexts);
        Map<String, Boolean> nextRecords = new TreeMap<>();
        all.forEach(record -> nextRecords.put(record, !live.contains(record)));
        apply(
                spark,
                "records",
                "key",
                RECORDS,
                changed(records, nextRecords),
                nextRecords.keySet().stream()
                        .filter(key -> !Objects.equals(nextRecords.get(key), records.get(key)))
                        .map(key -> RowFactory.create(key, nextRecords.get(key)))
                        .toList());
        articles = nextArticles;
        texts = kept.stream().map(one -> one.text().id()).collect(Collectors.toSet());
        records = nextRecords;
        version++;
        Map<String, Long> tables =
                Map.of("articles", latest("articles"), "texts", latest("texts"), "records", latest("records"));
        Files.writeString(
                corpus.resolve("CURRENT.json"),
                Json.line(new CorpusVersion(2, version, "", tables, "digest" + version)));
    }

    private static Row text(Text text, String record) {
        return RowFactory.create(text.id().value(), text.kind().name(), record, Json.line(text));
    }

    /// The keys that were there and are not, or not the same.
    private static <V> List<Row> changed(Map<String, V> before, Map<String, V> after) {
        return before.keySet().stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> RowFactory.create(key))
                .toList();
    }

    private void apply(SparkSession spark, String table, String key, StructType type, List<Row> gone, List<Row> fresh) {
        String path = corpus.resolve(table).toString();
        if (!gone.isEmpty()) {
            Dataset<Row> keys = spark.createDataFrame(gone, new StructType().add("gone", DataTypes.StringType));
            keys.createOrReplaceTempView("gone_rows");
            spark.sql("MERGE INTO delta.`" + path + "` t USING gone_rows c ON t." + key
                    + " = c.gone WHEN MATCHED THEN DELETE");
        }
        if (!fresh.isEmpty() || version == 0) {
            spark.createDataFrame(fresh, type)
                    .coalesce(1)
                    .sort(col(key))
                    .write()
                    .format("delta")
                    .mode("append")
                    .save(path);
        }
    }

    private long latest(String table) {
        try (Stream<Path> log = Files.list(corpus.resolve(table).resolve("_delta_log"))) {
            return log.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
