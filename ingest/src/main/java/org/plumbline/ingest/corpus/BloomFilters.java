package org.plumbline.ingest.corpus;

import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.BloomFilterReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;

/// Asks the Bloom filters of a Parquet file whether it can hold a value: Delta Kernel leaves them unread.
final class BloomFilters {

    /// What a file's filters say.
    enum Answer {
        CANNOT_HOLD,
        MAY_HOLD,
        /// It has none for some of the columns.
        UNKNOWN
    }

    private BloomFilters() {}

    /// @param wanted values by column; the file is of interest where it holds one of them
    static Answer ask(FileStatus file, Map<String, Set<String>> wanted) {
        Path path = file.getPath().startsWith("file:") ? Path.of(URI.create(file.getPath())) : Path.of(file.getPath());
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path))) {
            SortedSet<Answer> answers = new TreeSet<>(Set.of(Answer.CANNOT_HOLD));
            for (BlockMetaData block : reader.getRowGroups()) {
                answers.add(ask(reader.getBloomFilterDataReader(block), block, wanted));
            }
            return answers.last();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static Answer ask(BloomFilterReader filters, BlockMetaData block, Map<String, Set<String>> wanted) {
        Answer answer = Answer.CANNOT_HOLD;
        for (ColumnChunkMetaData column : block.getColumns()) {
            Set<String> values = wanted.getOrDefault(column.getPath().toDotString(), Set.of());
            if (values.isEmpty() || isEmpty(column)) {
                continue;
            }
            BloomFilter filter = filters.readBloomFilter(column);
            if (filter == null) {
                return Answer.UNKNOWN;
            }
            if (values.stream().anyMatch(value -> filter.findHash(filter.hash(Binary.fromString(value))))) {
                answer = Answer.MAY_HOLD;
            }
        }
        return answer;
    }

    /// A column of nulls only has no filter and needs none.
    private static boolean isEmpty(ColumnChunkMetaData column) {
        return column.getStatistics() != null && column.getStatistics().getNumNulls() == column.getValueCount();
    }
}
