package org.plumbline.ingest.spark;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// The corpus tables and their columns. Flat columns are for filters and analysts; the JSON column is the contract.
/// Other modules read the Delta tables by path, at the versions that `CURRENT.json` names.
public final class CorpusRows {

    private static final DataType STRING = DataTypes.StringType;
    private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);
    private static final DataType LONG = DataTypes.LongType;
    private static final DataType INT = DataTypes.IntegerType;
    private static final DataType BOOLEAN = DataTypes.BooleanType;

    /// The tables whose content the corpus digest covers, in its order.
    static final List<String> CONTENT = List.of("records", "texts", "articles", "aliases", "events");

    /// Every table.
    static final List<String> TABLES =
            List.of("records", "texts", "articles", "aliases", "events", "quarantine", "files", "runs");

    /// The newest record of each source id: `record` is the JSON of a `SourceRecord`.
    ///
    /// `deleted` marks a tombstone. `links` are what may tie a live record to another (`pmid:`, `pmcid:`, `doi:`,
    /// `title:` and a digest); `former` are all ids that any delivered version of it stated; `studies` are the
    /// targets (`study:` and a registry number) by which a registration reaches a live record; `record_hash` is the
    /// SHA-256 of `record`, so that records are compared without being read; `reports` tells whether it reports
    /// events.
    static final StructType RECORDS = new StructType()
            .add("key", STRING)
            .add("source", STRING)
            .add("source_id", STRING)
            .add("sequence", LONG)
            .add("version", INT)
            .add("position", LONG)
            .add("deleted", BOOLEAN)
            .add("pmid", STRING)
            .add("pmcid", STRING)
            .add("doi", STRING)
            .add("text_id", STRING)
            .add("file", STRING)
            .add("record", STRING)
            .add("links", STRINGS)
            .add("former", STRINGS)
            .add("studies", STRINGS)
            .add("record_hash", STRING)
            .add("reports", BOOLEAN);

    /// Every text ever delivered, one row a `text_id`: `text` is the JSON of a `Text`. Rows are only added. Of two
    /// deliveries with the same words (so one id), the first stays: `record_key` and `kind` are that one's.
    static final StructType TEXTS = new StructType()
            .add("text_id", STRING)
            .add("kind", STRING)
            .add("record_key", STRING)
            .add("text", STRING);

    /// One row an article: `article` is the JSON of an `Article`; `publication_types` and `mesh` hold names,
    /// `text_ids` the fullest text first; `article_hash` is the SHA-256 of `article`.
    static final StructType ARTICLES = new StructType()
            .add("article_id", STRING)
            .add("pmid", STRING)
            .add("pmcid", STRING)
            .add("doi", STRING)
            .add("title", STRING)
            .add("journal", STRING)
            .add("issn", STRINGS)
            .add("pub_date", STRING)
            .add("publication_types", STRINGS)
            .add("mesh", STRINGS)
            .add("language", STRING)
            .add("license", STRING)
            .add("has_full_text", BOOLEAN)
            .add("peer_review", STRING)
            .add("standing", STRING)
            .add("study_ids", STRINGS)
            .add("text_ids", STRINGS)
            .add("article", STRING)
            .add("article_hash", STRING);

    /// Every id that leads to an article, its own among them.
    static final StructType ALIASES = new StructType().add("alias", STRING).add("article_id", STRING);

    /// What live records report of publications, by the identifier of the publication: it may not be there yet.
    static final StructType EVENTS = new StructType()
            .add("target", STRING)
            .add("kind", STRING)
            .add("record_key", STRING)
            .add("event", STRING);

    /// Input that could not be taken; `reason` is the code, such as `wrong-checksum`, `path` where its file lay.
    static final StructType QUARANTINE = new StructType()
            .add("run", STRING)
            .add("source", STRING)
            .add("file", STRING)
            .add("place", STRING)
            .add("reason", STRING)
            .add("message", STRING)
            .add("sample", STRING)
            .add("trace", STRING)
            .add("path", STRING);

    /// The files that were read or refused; `identity` tells one from its next state, `path` is where it lay.
    static final StructType FILES = new StructType()
            .add("source", STRING)
            .add("name", STRING)
            .add("sha256", STRING)
            .add("bytes", LONG)
            .add("identity", STRING)
            .add("run", STRING)
            .add("path", STRING);

    /// The runs that wrote something: `report` is the JSON of a `RunReport`.
    static final StructType RUNS = new StructType()
            .add("run", STRING)
            .add("source", STRING)
            .add("started", STRING)
            .add("ended", STRING)
            .add("report", STRING);

    /// What a run read, before any of it is in a table: records with their texts, refusals, things set aside.
    /// `lacks` names what is not in a live record, each of [Lack] followed by a comma.
    static final StructType STAGED = new StructType()
            .add("kind", STRING)
            .add("key", STRING)
            .add("source", STRING)
            .add("source_id", STRING)
            .add("sequence", LONG)
            .add("version", INT)
            .add("position", LONG)
            .add("deleted", BOOLEAN)
            .add("pmid", STRING)
            .add("pmcid", STRING)
            .add("doi", STRING)
            .add("text_id", STRING)
            .add("file", STRING)
            .add("record", STRING)
            .add("links", STRINGS)
            .add("former", STRINGS)
            .add("studies", STRINGS)
            .add("record_hash", STRING)
            .add("reports", BOOLEAN)
            .add("text_kind", STRING)
            .add("text", STRING)
            .add("place", STRING)
            .add("reason", STRING)
            .add("message", STRING)
            .add("sample", STRING)
            .add("trace", STRING)
            .add("path", STRING)
            .add("lacks", STRING);

    /// Articles as they are computed, with the aliases that become rows of their own.
    static final StructType COMPUTED = ARTICLES.add("aliases", STRINGS);

    private CorpusRows() {}
}
