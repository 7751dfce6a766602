package org.plumbline.index.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.index.build.Sha256;

/// Documents, queries and judgements in the layout of BEIR (Thakur et al., 2021): `corpus.jsonl`, `queries.jsonl`,
/// `qrels/*.tsv`.
record BeirFolder(Path folder) {

    record BeirDocument(String id, String title, String text) {}

    BeirFolder {
        if (!Files.isRegularFile(folder.resolve("corpus.jsonl"))) {
            throw new WrongInputException(folder + " has no corpus.jsonl: give a folder in BEIR's layout");
        }
    }

    void documents(Consumer<BeirDocument> each) throws IOException {
        lines(
                "corpus.jsonl",
                node -> each.accept(new BeirDocument(
                        node.path("_id").asText(),
                        node.path("title").asText(),
                        node.path("text").asText())));
    }

    /// The words of each query by its id.
    Map<String, String> queries() throws IOException {
        Map<String, String> queries = new TreeMap<>();
        lines(
                "queries.jsonl",
                node -> queries.put(node.path("_id").asText(), node.path("text").asText()));
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
                if (columns.length != 3) {
                    throw new WrongInputException(file + ": expected query, document and grade in \"" + row + "\"");
                }
                Integer before = judgements
                        .computeIfAbsent(columns[0], query -> new TreeMap<>())
                        .put(columns[1], Integer.valueOf(columns[2]));
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
        try (Stream<Path> files = Files.list(folder.resolve("qrels"))) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private void lines(String name, Consumer<JsonNode> each) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(name))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(Json.LINE.readTree(line));
            }
        }
    }
}
