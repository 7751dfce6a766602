package org.plumbline.airflow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Airflow's OpenAPI files of one version: that of the interface and that of the login.
record Specification(List<JsonNode> documents) {

    private static final List<String> FILES = List.of(
            "airflow/api_fastapi/core_api/openapi/v2-rest-api-generated.yaml",
            "airflow/api_fastapi/auth/managers/simple/openapi/v2-simple-auth-manager-generated.yaml");

    /// Of the package as installed in a virtual environment.
    static Specification installed(Path environment) throws IOException {
        try (Stream<Path> pythons = Files.list(environment.resolve("lib"))) {
            return in(pythons.findFirst().orElseThrow().resolve("site-packages"));
        }
    }

    /// Of the package as published.
    static Specification published(Path wheel) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(wheel)) {
            return in(archive.getPath("/"));
        }
    }

    private static Specification in(Path packages) throws IOException {
        return new Specification(List.of(read(packages.resolve(FILES.get(0))), read(packages.resolve(FILES.get(1)))));
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return new YAMLMapper().readTree(yaml);
        }
    }

    /// Paths stand here as they are in the document; missing where there is none.
    JsonNode path(String path) {
        return documents.stream()
                .map(document -> document.path("paths").path(path))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(() -> documents.getFirst().path("none"));
    }

    /// The keys of a schema, those of each of its alternatives too.
    Set<String> keys(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode each : alternatives(schema)) {
            each.path("properties").fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    /// The keys that must be there.
    Set<String> required(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        alternatives(schema).forEach(each -> each.path("required").forEach(key -> keys.add(key.asText())));
        return keys;
    }

    /// The schema of what is under a key, in whichever alternative has it.
    JsonNode under(JsonNode schema, String key) {
        return alternatives(schema).stream()
                .map(each -> each.path("properties").path(key))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseGet(() -> documents.getFirst().path("none"));
    }

    private List<JsonNode> alternatives(JsonNode schema) {
        JsonNode whole = resolve(schema);
        for (String word : new String[] {"anyOf", "oneOf"}) {
            if (whole.has(word)) {
                return Stream.of(whole.path(word))
                        .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                        .flatMap(each -> alternatives(each).stream())
                        .toList();
            }
        }
        return List.of(whole);
    }

    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (reference.isEmpty()) {
            return schema;
        }
        return documents.stream()
                .map(document -> document.at(reference.substring(1)))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElseThrow();
    }
}
