package org.plumbline.ingest.spark;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.plumbline.citations.Source;
import org.plumbline.citations.command.Progress;
import org.plumbline.ingest.corpus.CorpusHome;
import org.plumbline.ingest.corpus.RunReport;
import org.plumbline.ingest.intake.Checker;
import org.plumbline.ingest.intake.Listing;

/// One Spark session for the tests of a class, and what they write with it.
///
/// @param session to be stopped when they are over
record LocalSpark(SparkSession session) implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /// @param scratch a folder of its own
    static LocalSpark open(Path scratch) {
        return new LocalSpark(SparkSessions.open("local[2]", scratch, 1));
    }

    /// Takes files in as they are, whatever was taken before.
    RunReport write(CorpusHome home, ArticleUpdate.Limits limits, Source source, Readers readers, Path... files) {
        return new CorpusWriter(session, home, CLOCK, limits)
                .write(
                        source,
                        new Checker(_ -> {}).check(Listing.of(source, List.of(files))),
                        0,
                        readers,
                        Progress.silent());
    }

    /// The rows of a table.
    Dataset<Row> rows(CorpusHome home, String table) {
        return session.read().format("delta").load(home.table(table).toString());
    }

    @Override
    public void close() {
        session.stop();
    }
}
