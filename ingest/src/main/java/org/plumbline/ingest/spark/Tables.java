package org.plumbline.ingest.spark;

import io.delta.tables.DeltaTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.CurrentCorpus;
import org.plumbline.ingest.corpus.KernelTable;

/// The corpus tables in a home.
final class Tables {

    private static final Map<String, List<String>> KEYS = Map.of(
            "records", List.of("key"),
            "texts", List.of("text_id"),
            "articles", List.of("article_id"),
            "aliases", List.of("alias"),
            "events", List.of("target", "kind", "record_key", "event"),
            "quarantine", List.of("run"),
            "files", List.of("identity"),
            "runs", List.of("run"));

    private final SparkSession spark;
    private final CorpusHome home;

    Tables(SparkSession spark, CorpusHome home) {
        this.spark = spark;
        this.home = home;
    }

    Table of(String name) {
        return new Table(spark, home.table(name), KEYS.getOrDefault(name, List.of()));
    }

    /// Takes back what a run wrote that was killed before it published: tables return to the published version, or
    /// where nothing was ever published, are removed.
    void heal(Optional<CurrentCorpus> current) {
        for (String name : CorpusRows.TABLES) {
            KernelTable table = new KernelTable(home.table(name));
            Optional<Long> published = current.flatMap(
                    corpus -> Optional.ofNullable(corpus.tables().get(name)));
            if (published.isEmpty()) {
                Folders.delete(home.table(name));
            } else if (table.latestVersion() > published.get()) {
                var _ = DeltaTable.forPath(spark, home.table(name).toString()).restoreToVersion(published.get());
            }
        }
    }

    /// The newest version of each table.
    SortedMap<String, Long> versions() {
        SortedMap<String, Long> versions = new TreeMap<>();
        for (String name : CorpusRows.TABLES) {
            versions.put(name, new KernelTable(home.table(name)).latestVersion());
        }
        return versions;
    }
}
