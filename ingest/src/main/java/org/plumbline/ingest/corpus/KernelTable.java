package org.plumbline.ingest.corpus;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.deletionvectors.DeletionVectorUtils;
import io.delta.kernel.internal.deletionvectors.RoaringBitmapArray;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
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
        read(version, columns, Optional.empty(), out);
    }

    /// Hands over at least the rows that a condition accepts: whole files and row groups are left out where their
    /// least and greatest values say that none is in them.
    ///
    /// @param columns a column that the table does not have yet is left out, so such ones go last: see [#words]
    public void forEach(long version, List<String> columns, Predicate condition, Consumer<Row> out) {
        read(version, columns, Optional.of(condition), out);
    }

    /// Finds rows in a large table: files whose least and greatest values say that none is in them are passed over,
    /// of the others as little is read as can be ([RowLookup]).
    ///
    /// @param wanted by column, the values of which a row must have one, in one of the columns
    /// @param out sees a wanted row: the columns of `wanted` in their order, then the further ones
    public void find(
            long version, SequencedMap<String, Set<String>> wanted, List<String> further, Consumer<FoundRow> out) {
        Predicate condition = wanted.entrySet().stream()
                .map(column -> anyOf(column.getKey(), column.getValue()))
                .reduce((left, right) -> new Predicate("OR", left, right))
                .orElseThrow();
        Scan scan = scan(
                table().getSnapshotAsOfVersion(engine, version), List.copyOf(wanted.keySet()), Optional.of(condition));
        RowLookup lookup = new RowLookup(wanted, further);
        forEachFile(scan, file -> {
            SortedMap<Long, FoundRow> found = lookup.find(path(file));
            if (!found.isEmpty()) {
                RoaringBitmapArray deleted = deleted(file);
                found.forEach((place, row) -> {
                    if (!deleted.contains(place)) {
                        out.accept(row);
                    }
                });
            }
        });
    }

    private static Path path(Row file) {
        String path = InternalScanFileUtils.getAddFileStatus(file).getPath();
        return path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path);
    }

    /// The places of a file's rows that are deleted.
    private RoaringBitmapArray deleted(Row file) {
        DeletionVectorDescriptor vector = InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file);
        return vector == null
                ? new RoaringBitmapArray()
                : DeletionVectorUtils.loadNewDvAndBitmap(engine, folder.toString(), vector)._2;
    }

    /// At least one value is needed.
    private static Predicate anyOf(String column, Collection<String> values) {
        return values.stream()
                .map(value -> compare("=", column, value))
                .reduce((left, right) -> new Predicate("OR", left, right))
                .orElseThrow();
    }

    /// That a column comes after a value, in the order of UTF-8 bytes.
    public static Predicate after(String column, String value) {
        return compare(">", column, value);
    }

    /// That a column is one of two values or between them, in the order of UTF-8 bytes.
    public static Predicate between(String column, String least, String greatest) {
        return new Predicate("AND", compare(">=", column, least), compare("<=", column, greatest));
    }

    /// The words in a row's column; empty where there are none, and where the table has no such column yet.
    public static String words(Row row, int column) {
        return column >= row.getSchema().length() || row.isNullAt(column) ? "" : row.getString(column);
    }

    private static Predicate compare(String operator, String column, String value) {
        return new Predicate(operator, new Column(column), Literal.ofString(value));
    }

    private void read(long version, List<String> columns, Optional<Predicate> condition, Consumer<Row> out) {
        Scan scan = scan(table().getSnapshotAsOfVersion(engine, version), columns, condition);
        Row state = scan.getScanState(engine);
        forEachFile(scan, file -> readFile(state, file, condition, out));
    }

    private static Scan scan(Snapshot snapshot, List<String> columns, Optional<Predicate> condition) {
        StructType wanted = new StructType();
        for (String column : columns) {
            if (snapshot.getSchema().indexOf(column) >= 0) {
                wanted = wanted.add(snapshot.getSchema().get(column));
            }
        }
        ScanBuilder builder = snapshot.getScanBuilder().withReadSchema(wanted);
        return condition.map(builder::withFilter).orElse(builder).build();
    }

    private void forEachFile(Scan scan, Consumer<Row> out) {
        try (CloseableIterator<FilteredColumnarBatch> files = scan.getScanFiles(engine)) {
            while (files.hasNext()) {
                try (CloseableIterator<Row> rows = files.next().getRows()) {
                    while (rows.hasNext()) {
                        out.accept(rows.next());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private void readFile(Row state, Row file, Optional<Predicate> condition, Consumer<Row> out) {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
        try (CloseableIterator<ColumnarBatch> data = engine.getParquetHandler()
                        .readParquetFiles(singleton(status), physical, condition)
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
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private Table table() {
        return Table.forPath(engine, folder.toString());
    }

    private static <T> CloseableIterator<T> singleton(T value) {
        return Utils.singletonCloseableIterator(value);
    }
}
