package org.plumbline.ingest.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.BloomFilterReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/// Looks rows up in Parquet files, reading as little as can be, since Delta Kernel reads whole row groups: nothing
/// of a row group where its Bloom filters say that it holds none; else the columns that decide, and of further ones
/// only the pages in which a row was found.
final class RowLookup {

    private final SequencedMap<String, Set<Binary>> wanted;
    private final List<String> columns;

    /// @param wanted by column, the values of which a row must have one, in one of the columns
    /// @param further other columns whose values are wanted too
    RowLookup(SequencedMap<String, Set<String>> wanted, List<String> further) {
        this.wanted = new LinkedHashMap<>();
        wanted.forEach((column, values) ->
                this.wanted.put(column, values.stream().map(Binary::fromString).collect(Collectors.toSet())));
        this.columns = Stream.concat(wanted.keySet().stream(), further.stream()).toList();
    }

    /// The rows of a file by their places in it: the columns of `wanted`, then the further ones.
    SortedMap<Long, FoundRow> find(Path file) {
        SortedMap<Long, FoundRow> found = new TreeMap<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            List<BlockMetaData> blocks = reader.getRowGroups();
            for (int number = 0; number < blocks.size(); number++) {
                new RowGroup(reader, number, blocks.get(number)).find(found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// A part of a file that is read by itself.
    private final class RowGroup {

        private final ParquetFileReader reader;
        private final int number;
        private final BlockMetaData block;

        RowGroup(ParquetFileReader reader, int number, BlockMetaData block) {
            this.reader = reader;
            this.number = number;
            this.block = block;
        }

        void find(SortedMap<Long, FoundRow> found) throws IOException {
            if (!mayHold()) {
                return;
            }
            SortedSet<Long> rows = rows();
            if (!rows.isEmpty()) {
                values(rows).forEach((row, values) -> found.put(block.getRowIndexOffset() + row, new FoundRow(values)));
            }
        }

        private boolean mayHold() {
            BloomFilterReader filters = reader.getBloomFilterDataReader(block);
            return block.getColumns().stream().anyMatch(column -> mayHold(filters, column));
        }

        /// A column without a filter may hold anything, but one of nulls only.
        private boolean mayHold(BloomFilterReader filters, ColumnChunkMetaData column) {
            Set<Binary> values = wanted.getOrDefault(column.getPath().toDotString(), Set.of());
            if (values.isEmpty() || isEmpty(column)) {
                return false;
            }
            BloomFilter filter = filters.readBloomFilter(column);
            return filter == null || values.stream().anyMatch(value -> filter.findHash(filter.hash(value)));
        }

        private static boolean isEmpty(ColumnChunkMetaData column) {
            return column.getStatistics() != null && column.getStatistics().getNumNulls() == column.getValueCount();
        }

        /// Which rows are wanted, by their places in the row group.
        private SortedSet<Long> rows() throws IOException {
            List<ColumnDescriptor> deciding = described(wanted.keySet());
            SortedSet<Long> rows = new TreeSet<>();
            reader.setRequestedSchema(deciding);
            ColumnReadStoreImpl store = store(reader.readRowGroup(number));
            for (ColumnDescriptor column : deciding) {
                List<Binary> values = List.copyOf(wanted.getOrDefault(column.getPath()[0], Set.of()));
                ColumnReader cells = store.getColumnReader(column);
                for (long row = 0; row < block.getRowCount(); row++) {
                    // A list: a few comparisons, which mostly end at the length, cost less than a hash of every cell.
                    if (isThere(cells) && values.contains(cells.getBinary())) {
                        rows.add(row);
                    }
                    cells.consume();
                }
            }
            return rows;
        }

        private SortedMap<Long, List<@Nullable Object>> values(SortedSet<Long> rows) throws IOException {
            List<ColumnDescriptor> described = described(columns);
            RowRanges ranges = ranges(rows, described);
            reader.setRequestedSchema(described);
            ColumnReadStoreImpl store = store(reader.readFilteredRowGroup(number, ranges));
            SortedMap<Long, List<@Nullable Object>> values = new TreeMap<>();
            rows.forEach(row -> values.put(row, nulls()));
            for (ColumnDescriptor column : described) {
                int place = columns.indexOf(column.getPath()[0]);
                ColumnReader cells = store.getColumnReader(column);
                for (PrimitiveIterator.OfLong read = ranges.iterator(); read.hasNext(); cells.consume()) {
                    List<@Nullable Object> found = values.get(read.nextLong());
                    if (isThere(cells) && found != null) {
                        found.set(place, value(cells));
                    } else if (isThere(cells)) {
                        cells.skip();
                    }
                }
            }
            return values;
        }

        private List<@Nullable Object> nulls() {
            List<@Nullable Object> nulls = new ArrayList<>();
            columns.forEach(_ -> nulls.add(null));
            return nulls;
        }

        /// The rows of the smallest pages that hold these.
        private RowRanges ranges(Set<Long> rows, List<ColumnDescriptor> described) throws IOException {
            Map<String, ColumnChunkMetaData> chunks = new HashMap<>();
            block.getColumns().forEach(chunk -> chunks.put(chunk.getPath().toDotString(), chunk));
            List<OffsetIndex> pages = new ArrayList<>();
            for (ColumnDescriptor column : described) {
                ColumnChunkMetaData chunk = chunks.get(column.getPath()[0]);
                OffsetIndex index = chunk == null ? null : reader.readOffsetIndex(chunk);
                if (index == null) {
                    return RowRanges.createSingle(block.getRowCount());
                }
                pages.add(index);
            }
            return rows.stream()
                    .map(row -> pages.stream()
                            .map(index -> page(row, index))
                            .reduce(RowRanges::intersection)
                            .orElseThrow())
                    .reduce(RowRanges.EMPTY, RowRanges::union);
        }

        private RowRanges page(long row, OffsetIndex pages) {
            int page = IntStream.range(0, pages.getPageCount())
                    .filter(each -> pages.getLastRowIndex(each, block.getRowCount()) >= row)
                    .findFirst()
                    .orElseThrow();
            return RowRanges.create(block.getRowCount(), IntStream.of(page).iterator(), pages);
        }

        /// Those that the file has.
        private List<ColumnDescriptor> described(Iterable<String> names) {
            MessageType schema = file().getSchema();
            List<ColumnDescriptor> described = new ArrayList<>();
            for (String name : names) {
                if (schema.containsField(name)) {
                    described.add(schema.getColumnDescription(new String[] {name}));
                }
            }
            return described;
        }

        private ColumnReadStoreImpl store(PageReadStore pages) {
            MessageType schema = file().getSchema();
            return new ColumnReadStoreImpl(
                    pages, new DummyRecordConverter(schema).getRootConverter(), schema, file().getCreatedBy());
        }

        private FileMetaData file() {
            return reader.getFileMetaData();
        }
    }

    private static boolean isThere(ColumnReader cells) {
        return cells.getCurrentDefinitionLevel() == cells.getDescriptor().getMaxDefinitionLevel();
    }

    private static Object value(ColumnReader cells) {
        return switch (cells.getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> cells.getBinary().toStringUsingUTF8();
            case INT64 -> cells.getLong();
            case INT32 -> cells.getInteger();
            case BOOLEAN -> cells.getBoolean();
            case FLOAT, DOUBLE, INT96, FIXED_LEN_BYTE_ARRAY ->
                throw new IllegalStateException(
                        "no column that is looked up has numbers of this form: " + cells.getDescriptor());
        };
    }
}
