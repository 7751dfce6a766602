package org.plumbline.ingest.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.plumbline.citations.Source;
import org.plumbline.ingest.intake.CheckedFile;
import org.plumbline.ingest.text.Quarantined;

/// What the tables `files` and `quarantine` say of the files of a run.
final class FileRows {

    private FileRows() {}

    /// Rows of quarantine for files that are refused as a whole; their number is added by reason.
    static List<Row> refused(Source source, String run, List<CheckedFile> files, SortedMap<String, Long> refused) {
        List<Row> whole = new ArrayList<>();
        for (CheckedFile file : files) {
            if (!file.sound()) {
                Quarantined.Reason reason =
                        file.sha256().isEmpty() ? Quarantined.Reason.UNREADABLE : Quarantined.Reason.WRONG_CHECKSUM;
                refused.merge(reason.code(), 1L, Long::sum);
                whole.add(RowFactory.create(
                        run, source.name(), file.file().name(), "", reason.code(), file.fault(), "", "", path(file)));
            }
        }
        return whole;
    }

    /// Rows of quarantine for what was refused within files.
    static Dataset<Row> quarantined(String run, Dataset<Row> staged) {
        return staged.filter(col("kind").equalTo(StagedRow.REFUSED))
                .withColumn("run", lit(run))
                .select(List.of(CorpusRows.QUARANTINE.fieldNames()).stream()
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }

    /// A row of `files` for each file.
    static List<Row> of(Source source, String run, List<CheckedFile> files) {
        return files.stream()
                .map(file -> RowFactory.create(
                        source.name(),
                        file.file().name(),
                        file.sha256(),
                        file.file().sizeBytes(),
                        file.identity(),
                        run,
                        path(file)))
                .toList();
    }

    private static String path(CheckedFile file) {
        return file.file().path().toAbsolutePath().toString();
    }

    static long bytes(List<CheckedFile> files) {
        return files.stream().mapToLong(file -> file.file().sizeBytes()).sum();
    }
}
