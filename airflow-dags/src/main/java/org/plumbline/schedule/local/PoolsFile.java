package org.plumbline.schedule.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.airflow.model.PoolOrder;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;

/// The pools that DAGs need: `pools.json` beside them, in the form of `airflow pools import`.
final class PoolsFile {

    private PoolsFile() {}

    private record Entry(int slots, @Nullable String description) {}

    /// The pools; none where there is no file.
    static List<PoolOrder> in(Path dags) {
        Path file = dags.resolve("pools.json");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Map<String, Entry> entries =
                    Json.LINE.readValue(Files.readString(file), new TypeReference<TreeMap<String, Entry>>() {});
            return entries.entrySet().stream()
                    .map(entry -> new PoolOrder(
                            entry.getKey(),
                            entry.getValue().slots(),
                            Optional.ofNullable(entry.getValue().description()).orElse("")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new WrongInputException(file + ": " + e.getOriginalMessage() + "; mend it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
