package org.plumbline.index.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.build.Sha256;

/// Documents, queries and judgements in the layout of BEIR (Thakur et al., 2021): `corpus.jsonl`, `queries.jsonl`,
/// `qrels/*.tsv`.
record BeirFolder(Path folder) {

    BeirFolder {
        for (String name : List.of("corpus.jsonl", "queries.jsonl")) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new WrongInputException(folder + " has no " + name + ": give a folder in BEIR's layout");
            }
        }
    }

    List<JudgedDocument> documents() throws IOException {
        List<JudgedDocument> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        lines("corpus.jsonl", (place, node) -> {
            String id = id(place, node);
            if (!ids.add(id)) {
                throw new WrongInputException(place + ": document " + id + " is there twice; take one out");
            }
            documents.add(new JudgedDocument(
                    id, node.path("title").asText(), node.path("text").asText(), List.of()));
        });
        return documents;
    }

    /// The words of each query by its id.
    Map<String, String> queries() throws IOException {
        Map<String, String> queries = new TreeMap<>();
        lines(
                "queries.jsonl",
                (place, node) -> queries.put(id(place, node), node.path("text").asText()));
        return queries;
    }

    /// The grade of each judged document, by query and document.
    Map<String, Map<String, Integer>> judgements() throws IOException {
        Map<String, Map<String, Integer>> judgements = new TreeMap<>();
        int repeated = 0;
        for (Path file : qrels()) {
            List<String> rows = Files.readAllLines(file);
            for (String row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                String[] columns = row.split("\t", -1);
                if (columns.length != 3 || !columns[2].strip().matches("-?\\d{1,9}")) {
                    throw new WrongInputException(file + ": expected query, document and grade in \"" + row + "\"");
                }
                Integer before = judgements
                        .computeIfAbsent(columns[0], query -> new TreeMap<>())
                        .put(columns[1], Integer.valueOf(columns[2].strip()));
                repeated += before == null ? 0 : 1;
            }
        }
        if (repeated > 0) {
            System.err.println(folder + ": " + repeated + " judgements repeat another one; look at qrels");
        }
        return judgements;
    }

    /// Names the data by its bytes.
    String digest() throws IOException {
        Sha256 digest = new Sha256();
        digest.field(Sha256.ofFile(folder.resolve("corpus.jsonl")));
        digest.field(Sha256.ofFile(folder.resolve("queries.jsonl")));
        for (Path file : qrels()) {
            digest.field(Sha256.ofFile(file));
        }
        return HexFormat.of().formatHex(digest.bytes());
    }

    private List<Path> qrels() throws IOException {
        if (!Files.isDirectory(folder.resolve("qrels"))) {
            throw new WrongInputException(folder + " has no folder qrels: give a folder in BEIR's layout");
        }
        try (Stream<Path> files = Files.list(folder.resolve("qrels"))) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private interface Each {

        void line(String place, JsonNode node);
    }

    private static String id(String place, JsonNode node) {
        String id = node.path("_id").asText();
        if (id.isBlank()) {
            throw new WrongInputException(place + ": no _id; each line is an object with _id and text");
        }
        return id;
    }

    private void lines(String name, Each each) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(name))) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String place = folder.resolve(name) + ", line " + number++;
                if (!line.isBlank()) {
                    each.line(place, node(place, line));
                }
            }
        }
    }

    private static JsonNode node(String place, String line) {
        try {
            return Json.LINE.readTree(line);
        } catch (JsonProcessingException e) {
            throw new WrongInputException(place + ": not JSON; give one object a line", e);
        }
    }
}
