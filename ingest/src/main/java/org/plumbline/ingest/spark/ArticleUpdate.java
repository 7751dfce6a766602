package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Brings articles, aliases and events up to date with changed records.
///
/// Only components that a change touches are computed again: those of the changed records, before and after, and
/// those that a changed event names. A small corpus is computed whole, which is faster there.
final class ArticleUpdate {

    private static final Column NO_STRING = lit(null).cast("string");
    private static final Column NO_STRINGS = lit(null).cast("array<string>");
    private static final StructType ALIASES =
            new StructType().add("aliases", DataTypes.createArrayType(DataTypes.StringType));

    private final SparkSession spark;
    private final Tables tables;
    private final Staging staging;
    private final Limits limits;

    /// Where one way of computing ends and another begins; the result is the same.
    ///
    /// @param wholeCorpusRecords up to so many records everything is computed again, in one group
    /// @param labelsInMemory as [ComponentLabels#MOST_IN_MEMORY]
    /// @param namesInMemory as [Touched#MOST_IN_MEMORY]
    record Limits(long wholeCorpusRecords, long labelsInMemory, long namesInMemory) {

        static final Limits DEFAULT = new Limits(2_000, ComponentLabels.MOST_IN_MEMORY, Touched.MOST_IN_MEMORY);
    }

    ArticleUpdate(SparkSession spark, Tables tables, Staging staging, Limits limits) {
        this.spark = spark;
        this.tables = tables;
        this.staging = staging;
        this.limits = limits;
    }

    /// Computes everything into tables that are not there yet.
    ///
    /// @param records how many there are
    void first(long records) {
        tables.of("events").append(EventRows.of(tables.of("records").rows()));
        tables.of("articles").append((small(records) ? atOnce() : computed(records())).drop("aliases"));
        tables.of("aliases").append(writtenAliases(tables.of("articles").rows()));
    }

    /// @param changed rows of the records table with what they replace, as [RecordChanges#against] gives them
    /// @param records how many there are now
    void update(Dataset<Row> changed, long records) {
        Dataset<Row> events = eventChanges(changed);
        tables.of("events").apply(events);
        if (small(records)) {
            write(staging.store("articles", atOnce()), tables.of("aliases").rows());
        } else {
            Touched touched = new Touched(spark, staging, limits.namesInMemory());
            Dataset<Row> members = touched.records(records(), startingNames(changed, events));
            Dataset<Row> names = Small.sent(members.select(explode(col("names")).as("name"))
                    .union(startingNames(changed, events))
                    .distinct()
                    .localCheckpoint());
            Dataset<Row> oldAliases =
                    tables.of("aliases").rows().join(names, col("alias").equalTo(col("name")), "left_semi");
            write(staging.store("articles", computed(members)), staging.store("old-aliases", oldAliases));
        }
    }

    /// The names by which the changes touch components: of the changed records, now and before, and of events.
    private Dataset<Row> startingNames(Dataset<Row> changed, Dataset<Row> events) {
        Column before = array_union(
                coalesce(col("old_links"), array().cast("array<string>")),
                coalesce(col("old_former"), array().cast("array<string>")));
        return changed.select(explode(array_union(names(), before)).as("name"))
                .union(events.select(col("target").as("name")))
                .union(ofStudies(events))
                .distinct();
    }

    private Dataset<Row> eventChanges(Dataset<Row> changed) {
        Dataset<Row> keys = Small.sent(changed.select("key"));
        Dataset<Row> old =
                tables.of("events").rows().join(keys, col("record_key").equalTo(col("key")), "left_semi");
        Dataset<Row> fresh = EventRows.of(changed);
        return staging.store("events", tables.of("events").changes(fresh, old, "event"));
    }

    private void write(Dataset<Row> computed, Dataset<Row> oldAliases) {
        Table articles = tables.of("articles");
        Table aliases = tables.of("aliases");
        Dataset<Row> owners =
                Small.sent(oldAliases.select(col("article_id").as("owner")).distinct());
        Dataset<Row> oldArticles =
                articles.rows().join(owners, col("article_id").equalTo(col("owner")), "left_semi");
        Dataset<Row> articleChanges = staging.store(
                "article-changes", articles.changes(computed.drop("aliases"), oldArticles, "article_hash"));
        Dataset<Row> aliasChanges =
                staging.store("alias-changes", aliases.changes(aliases(computed), oldAliases, "article_id"));
        articles.apply(articleChanges);
        aliases.apply(aliasChanges);
    }

    private static Dataset<Row> aliases(Dataset<Row> computed) {
        return computed.select(explode(col("aliases")).as("alias"), col("article_id"));
    }

    /// The same from articles as the table has them: what is written whole need not be kept twice for it.
    private static Dataset<Row> writtenAliases(Dataset<Row> articles) {
        return articles.select(
                explode(from_json(col("article"), ALIASES).getField("aliases")).as("alias"), col("article_id"));
    }

    private boolean small(long records) {
        return records <= limits.wholeCorpusRecords();
    }

    /// All articles: every record in one group.
    private Dataset<Row> atOnce() {
        Column all = lit("").as("component");
        Dataset<Row> records = records().select(all, col("record"), col("former"), NO_STRING.as("event"));
        Dataset<Row> events =
                tables.of("events").rows().select(all, NO_STRING.as("record"), NO_STRINGS.as("former"), col("event"));
        return ArticleRows.of(records.union(events));
    }

    /// The articles of whole components of records. Most records share no name with another and meet no event:
    /// their articles are made where they lie, and only the others are moved together.
    private Dataset<Row> computed(Dataset<Row> records) {
        Dataset<Row> labels = new ComponentLabels(spark, limits.labelsInMemory())
                .of(records)
                .select(col("key").as("grouped"), col("label").as("component"));
        Dataset<Row> meeting = records.select(col("key"), explode(targets()).as("name"))
                .join(
                        tables.of("events").rows().select("target").distinct(),
                        col("name").equalTo(col("target")))
                .select("key")
                .distinct()
                .join(labels, col("key").equalTo(col("grouped")), "left_anti")
                .select(col("key").as("grouped"), col("key").as("component"));
        Dataset<Row> components = Small.sent(labels.union(meeting).localCheckpoint());
        Column ofOne = col("key").equalTo(col("grouped"));
        Dataset<Row> alone = ArticleRows.ofOnes(records.join(components, ofOne, "left_anti")
                .select(NO_STRING.as("component"), col("record"), col("former"), NO_STRING.as("event")));
        Dataset<Row> labelled = records.join(components, ofOne);
        Dataset<Row> events = tables.of("events")
                .rows()
                .join(
                        labelled.select(col("component"), explode(targets()).as("name")),
                        col("target").equalTo(col("name")))
                .select(col("component"), NO_STRING.as("record"), NO_STRINGS.as("former"), col("event"))
                .distinct();
        Dataset<Row> members = labelled.select(col("component"), col("record"), col("former"), NO_STRING.as("event"))
                .union(events);
        return alone.union(ArticleRows.of(members));
    }

    /// The keys of the records that state a registry number which changed events name.
    private Dataset<Row> ofStudies(Dataset<Row> events) {
        Dataset<Row> stated =
                records().select(col("key").as("name"), explode(col("studies")).as("study"));
        return stated.join(events, col("study").equalTo(col("target")), "left_semi")
                .select("name");
    }

    private Dataset<Row> records() {
        return tables.of("records")
                .rows()
                .select(col("key"), col("record"), col("former"), col("studies"), names().as("names"));
    }

    /// By what an event may name a record: what connects it to others, and the registry numbers it states, which
    /// connect nothing (a review of trials would tie them all together).
    private static Column targets() {
        return array_union(col("names"), col("studies"));
    }

    /// What connects a record to others, and its key, by which an event may name it.
    private static Column names() {
        return array_union(array_union(col("links"), col("former")), array(col("key")));
    }
}
