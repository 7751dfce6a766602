package org.plumbline.index.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.plumbline.citations.Article;
import org.plumbline.citations.Json;
import org.plumbline.index.SnapshotManifest;
import org.plumbline.index.build.BaseSnapshot;

/// What the corpus' change feeds say since a snapshot, as articles that are to be indexed again and the texts that
/// these need beside those which the snapshot has.
///
/// An article is indexed again when its row changed, and when a text was added under a record that it lists: an
/// older wording that arrived late changes no article.
final class Changes {

    private static final StructType ARTICLE =
            new StructType().add(PartRows.ARTICLE_ID, DataTypes.StringType).add("article", DataTypes.StringType);
    private static final StructType UNKNOWN =
            new StructType().add("text_id", DataTypes.StringType).add("record_key", DataTypes.StringType);

    private final CorpusTables tables;
    private final SnapshotManifest base;
    private final String home;
    private final String baseId;
    private final Consumer<String> progress;

    /// The last state of each article that changed; without JSON where it is gone.
    private final Dataset<Row> changed;

    private final Dataset<Row> newTexts;
    private final Dataset<Row> touched;

    /// @param progress is told what happens, for people
    Changes(CorpusTables tables, SnapshotManifest base, Path home, Consumer<String> progress) {
        this.tables = tables;
        this.base = base;
        this.home = home.toString();
        this.baseId = base.id();
        this.progress = progress;
        this.changed = tables.changes(CorpusTables.ARTICLES, base)
                .select(
                        col(PartRows.ARTICLE_ID),
                        struct(
                                        col(CorpusTables.VERSION),
                                        col(CorpusTables.CHANGE)
                                                .isin("insert", "update_postimage")
                                                .as("there"),
                                        col("article"))
                                .as("state"))
                .groupBy(PartRows.ARTICLE_ID)
                .agg(max("state").as("last"))
                .select(
                        col(PartRows.ARTICLE_ID),
                        col("last.there").as("there"),
                        col("last.article").as("article"))
                .localCheckpoint();
        this.newTexts = tables.changes(CorpusTables.TEXTS, base)
                .filter(col(CorpusTables.CHANGE).isin("insert", "update_postimage"))
                .select("text_id", "record_key", "text")
                .dropDuplicates("text_id")
                .localCheckpoint();
        this.touched = touched();
    }

    /// How many articles changed or went.
    long count() {
        return changed.count() + touched.count();
    }

    /// The articles that are to be indexed again: rows of `article_id, article`.
    Dataset<Row> articles() {
        return changedNow().union(touched);
    }

    /// The ids of the articles of the snapshot that are replaced or gone, and of new ones.
    SortedSet<String> ids() {
        NavigableSet<String> ids = new TreeSet<>();
        changed.select(PartRows.ARTICLE_ID)
                .union(touched.select(PartRows.ARTICLE_ID))
                .as(Encoders.STRING())
                .toLocalIterator()
                .forEachRemaining(ids::add);
        return ids;
    }

    /// The texts that the snapshot does not have: new ones, and those of records that come back.
    Dataset<Row> texts() {
        String home = this.home;
        String baseId = this.baseId;
        MapPartitionsFunction<Row, Row> ask = rows -> unknown(rows, Path.of(home), baseId);
        Dataset<Row> unknown =
                articles().mapPartitions(ask, Encoders.row(UNKNOWN)).localCheckpoint();
        Dataset<Row> listed = unknown.filter(col("text_id").isNotNull())
                .select("text_id")
                .distinct()
                .join(newTexts.select("text_id"), "text_id", "left_anti")
                .localCheckpoint();
        Dataset<Row> records = unknown.filter(col("record_key").isNotNull())
                .select("record_key")
                .distinct()
                .join(newRecords(), "record_key", "left_anti")
                .localCheckpoint();
        long open = listed.count() + records.count();
        if (open == 0) {
            return newTexts;
        }
        progress.accept(open + " texts and records were not in the index before: reading all texts for them");
        Dataset<Row> all = tables.texts();
        return newTexts.union(all.join(broadcast(listed), "text_id", "left_semi"))
                .union(all.join(broadcast(records), "record_key", "left_semi").select("text_id", "record_key", "text"))
                .dropDuplicates("text_id")
                .localCheckpoint();
    }

    /// Keys of records that came since the snapshot and were never there before: they have no older texts.
    private Dataset<Row> newRecords() {
        if (!base.tables().containsKey(CorpusTables.RECORDS)) {
            return newTexts.select("record_key").limit(0);
        }
        Dataset<Row> feed = tables.changes(CorpusTables.RECORDS, base)
                .select(col("key").as("record_key"), col(CorpusTables.CHANGE).as("change"));
        return feed.groupBy("record_key")
                .agg(max(not(col("change").equalTo("insert"))).as("older"))
                .filter(not(col("older")))
                .select("record_key");
    }

    private Dataset<Row> changedNow() {
        return changed.filter(col("there")).select(PartRows.ARTICLE_ID, "article");
    }

    /// Articles that did not change, but list a record under which a text was added.
    private Dataset<Row> touched() {
        Dataset<Row> listed =
                CorpusTables.listed(changedNow()).select("record_key").distinct();
        Dataset<Row> late = newTexts.select("record_key").distinct().join(listed, "record_key", "left_anti");
        String home = this.home;
        String baseId = this.baseId;
        MapPartitionsFunction<Row, Row> look = rows -> listing(rows, Path.of(home), baseId);
        return late.mapPartitions(look, Encoders.row(ARTICLE))
                .distinct()
                .join(changed.select(PartRows.ARTICLE_ID), PartRows.ARTICLE_ID, "left_anti")
                .localCheckpoint();
    }

    private static Iterator<Row> listing(Iterator<Row> rows, Path home, String baseId) throws IOException {
        List<Row> articles = new ArrayList<>();
        if (rows.hasNext()) {
            try (BaseSnapshot base = BaseSnapshot.open(home, baseId)) {
                while (rows.hasNext()) {
                    for (Article article : base.listing(rows.next().getString(0))) {
                        articles.add(RowFactory.create(article.id(), Json.line(article)));
                    }
                }
            }
        }
        return articles.iterator();
    }

    private static Iterator<Row> unknown(Iterator<Row> rows, Path home, String baseId) throws IOException {
        List<Row> unknown = new ArrayList<>();
        if (rows.hasNext()) {
            try (BaseSnapshot base = BaseSnapshot.open(home, baseId)) {
                while (rows.hasNext()) {
                    var asked = base.unknown(Json.read(rows.next().getString(1), Article.class));
                    asked.texts().forEach(text -> unknown.add(RowFactory.create(text.value(), null)));
                    asked.records().forEach(record -> unknown.add(RowFactory.create(null, record)));
                }
            }
        }
        return unknown.iterator();
    }
}
