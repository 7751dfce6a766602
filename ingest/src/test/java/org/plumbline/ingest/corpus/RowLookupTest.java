package org.plumbline.ingest.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of several row groups and of many pages, which end elsewhere in each column.
class RowLookupTest {

    private static final long SEED = 5;
    private static final int ROWS = 5_000;
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message rows { optional binary key (UTF8); optional binary other (UTF8); optional binary words (UTF8);
              required int64 number; optional int32 small; optional boolean yes; }
            """);

    /// A row as it was written.
    private record Written(String key, String other, String words, long number, int small, boolean yes) {}

    @TempDir
    private Path folder;

    private final List<Written> rows = new ArrayList<>();
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("rows.parquet");
        Random random = new Random(SEED);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withDictionaryEncoding(false)
                .withBloomFilterEnabled("key", true)
                .withRowGroupSize(300_000L)
                .withPageSize(4_000)
                .withPageRowCountLimit(700)
                .build()) {
            for (int number = 0; number < ROWS; number++) {
                Written row = new Written(
                        random.nextInt(5) == 0 ? "" : "k" + random.nextInt(ROWS),
                        random.nextInt(3) == 0 ? "" : "o" + random.nextInt(ROWS),
                        random.nextInt(4) == 0 ? "" : "w" + "-".repeat(random.nextInt(400)) + number,
                        number,
                        random.nextInt(9),
                        random.nextBoolean());
                rows.add(row);
                writer.write(group(row));
            }
        }
    }

    @Test
    void findsExactlyTheRowsThatHaveOneOfTheValues() {
        assertThat(find(wanted("key", "none of them"))).isEmpty();
        for (int number = 0; number < ROWS; number += 37) {
            SequencedMap<String, Set<String>> wanted = wanted("key", "k" + number, "k" + (number + 1));
            wanted.put("other", Set.of("o" + number));
            assertThat(find(wanted)).as("seed %d, %s", SEED, wanted).isEqualTo(expected(wanted));
        }
    }

    @Test
    void aColumnThatTheFileDoesNotHaveHoldsNothing() {
        SequencedMap<String, Set<String>> wanted = wanted("later", "k1");
        wanted.put(
                "key", Set.of(rows.get(7).key(), rows.get(8).key(), rows.get(9).key()));
        var found = new RowLookup(wanted, List.of("number", "newest")).find(file);
        assertThat(found.get(8L)).isNotNull().satisfies(row -> {
            assertThat(row.words(0)).isEmpty();
            assertThat(row.words(1)).isEqualTo(rows.get(8).key());
            assertThat(row.number(2)).isEqualTo(8);
            assertThat(row.words(3)).isEmpty();
        });
    }

    private SortedMap<Long, Written> find(SequencedMap<String, Set<String>> wanted) {
        SortedMap<Long, Written> found = new TreeMap<>();
        List<String> columns = new ArrayList<>(wanted.keySet());
        List<String> further = new ArrayList<>(List.of("key", "other", "words", "number", "small", "yes"));
        further.removeAll(columns);
        columns.addAll(further);
        new RowLookup(wanted, further)
                .find(file)
                .forEach((place, row) -> found.put(
                        place,
                        new Written(
                                row.words(columns.indexOf("key")),
                                row.words(columns.indexOf("other")),
                                row.words(columns.indexOf("words")),
                                row.number(columns.indexOf("number")),
                                (int) row.number(columns.indexOf("small")),
                                row.isTrue(columns.indexOf("yes")))));
        return found;
    }

    private SortedMap<Long, Written> expected(SequencedMap<String, Set<String>> wanted) {
        SortedMap<Long, Written> expected = new TreeMap<>();
        for (Written row : rows) {
            if (wanted.getOrDefault("key", Set.of()).contains(row.key())
                    || wanted.getOrDefault("other", Set.of()).contains(row.other())) {
                expected.put(row.number(), row);
            }
        }
        return expected;
    }

    private static SequencedMap<String, Set<String>> wanted(String column, String... values) {
        SequencedMap<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put(column, Set.of(values));
        return wanted;
    }

    private static Group group(Written row) {
        Group group = new SimpleGroup(SCHEMA).append("number", row.number()).append("small", row.small());
        group.append("yes", row.yes());
        Map.of("key", row.key(), "other", row.other(), "words", row.words()).forEach((column, words) -> {
            if (!words.isEmpty()) {
                group.add(column, words);
            }
        });
        return group;
    }
}
