package org.plumbline.index.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.citations.Json;

/// Tells from the commits of a Delta table whether its change feed can be read: each commit is there (old ones are
/// cleaned away), with the files that say what it changed (`ingest optimize` removes what no reader of the last days
/// needs).
///
/// A commit that marks rows deleted without writing down which is not trusted: its marks lie in files of their own.
/// Nor is one that changes the table itself.
final class CommitFiles {

    private CommitFiles() {}

    /// @param from the version after which changes are wanted
    /// @param to the last one, itself included
    static boolean areThere(Path table, long from, long to) throws IOException {
        for (long version = from + 1; version <= to; version++) {
            if (!isThere(table, version)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isThere(Path table, long version) throws IOException {
        Path commit = table.resolve("_delta_log").resolve("%020d.json".formatted(version));
        if (!Files.exists(commit)) {
            return false;
        }
        List<JsonNode> changes = new ArrayList<>();
        List<JsonNode> files = new ArrayList<>();
        for (String line : Files.readAllLines(commit)) {
            JsonNode action = Json.LINE.readTree(line);
            if (action.has("metaData")) {
                return false;
            }
            changes.addAll(action.findParents("cdc"));
            files.addAll(action.findParents("add"));
            files.addAll(action.findParents("remove"));
        }
        if (!changes.isEmpty()) {
            return changes.stream().allMatch(action -> exists(table, action.path("cdc")));
        }
        return files.stream()
                .map(action -> action.has("add") ? action.path("add") : action.path("remove"))
                .filter(file -> file.path("dataChange").asBoolean())
                .allMatch(file -> !file.hasNonNull("deletionVector") && exists(table, file));
    }

    private static boolean exists(Path table, JsonNode file) {
        URI uri = URI.create(file.path("path").asText());
        return Files.exists(uri.isAbsolute() ? Path.of(uri) : table.resolve(uri.getPath()));
    }
}
