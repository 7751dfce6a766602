package org.plumbline.ingest.corpus;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/// Reads a Delta table without Spark (Delta Kernel): for small tables and columns, in one thread.
public final class KernelTable {

    private final Engine engine = DefaultEngine.create(new Configuration(false));
    private final Path folder;

    public KernelTable(Path folder) {
        this.folder = folder;
    }

    /// Whether there is a table.
    public boolean exists() {
        return Files.isDirectory(folder.resolve("_delta_log"));
    }

    /// The newest version, published or not.
    public long latestVersion() {
        return table().getLatestSnapshot(engine).getVersion();
    }

    /// Hands over the rows of one version, with these columns in this order.
    public void forEach(long version, List<String> columns, Consumer<Row> out) {
        Snapshot snapshot = table().getSnapshotAsOfVersion(engine, version);
        StructType wanted = new StructType();
        for (String column : columns) {
            wanted = wanted.add(snapshot.getSchema().get(column));
        }
        Scan scan = snapshot.getScanBuilder().withReadSchema(wanted).build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
            while (files.hasNext()) {
                try (CloseableIterator<Row> rows = files.next().getRows()) {
                    while (rows.hasNext()) {
                        readFile(state, rows.next(), out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private void readFile(Row state, Row file, Consumer<Row> out) throws IOException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
        try (CloseableIterator<ColumnarBatch> data = engine.getParquetHandler()
                        .readParquetFiles(singleton(status), physical, Optional.empty())
                        .map(result -> result.getData());
                CloseableIterator<FilteredColumnarBatch> logical =
                        Scan.transformPhysicalData(engine, state, file, data)) {
            while (logical.hasNext()) {
                try (CloseableIterator<Row> rows = logical.next().getRows()) {
                    while (rows.hasNext()) {
                        out.accept(rows.next());
                    }
                }
            }
        }
    }

    private Table table() {
        return Table.forPath(engine, folder.toString());
    }

    private static <T> CloseableIterator<T> singleton(T value) {
        return Utils.singletonCloseableIterator(value);
    }
}
