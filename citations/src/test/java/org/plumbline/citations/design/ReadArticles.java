package org.plumbline.citations.design;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.citations.Json;

/// Titles and abstracts of labelled articles by the ids of the label file, from four collections.
final class ReadArticles {

    private final Path data;
    private final Map<String, RealTitles.Titled> known = new HashMap<>();

    ReadArticles(Path data) throws IOException {
        this.data = data;
        known.putAll(RealTitles.ofPubmed(data.resolve("pubmed")));
        readScifact(data.resolve("retrieval/scifact-train/corpus.jsonl"));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(data.resolve("retrieval/cohen2006-screening"), "*.csv")) {
            for (Path file : files) {
                readScreening(file);
            }
        }
    }

    RealTitles.Titled of(String id) {
        if (id.startsWith("PMC")) {
            return RealTitles.ofJats(data.resolve("pmc-oa-opendata").resolve(id).resolve(id + ".xml"));
        }
        RealTitles.Titled found = known.get(id);
        if (found == null) {
            throw new IllegalStateException("no article " + id);
        }
        return found;
    }

    private void readScifact(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            var document = Json.LINE.readTree(line);
            known.put(
                    "scifact:" + document.get("_id").asText(),
                    new RealTitles.Titled(
                            List.of(),
                            List.of(),
                            document.get("title").asText(),
                            document.get("text").asText()));
        }
    }

    private void readScreening(Path file) throws IOException {
        String topic = file.getFileName().toString().replace(".csv", "");
        List<List<String>> rows = rows(Files.readString(file));
        List<String> head = rows.getFirst();
        for (List<String> row : rows.subList(1, rows.size())) {
            known.put(
                    topic + ":" + row.get(head.indexOf("pubmedID")),
                    new RealTitles.Titled(
                            List.of(), List.of(), row.get(head.indexOf("title")), row.get(head.indexOf("abstract"))));
        }
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char letter = csv.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (quoted || (letter != ',' && letter != '\n')) {
                cell.append(letter);
            } else {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (letter == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
