package org.plumbline.index.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.citations.Json;
import org.plumbline.citations.WrongInputException;
import org.plumbline.citations.command.Printable;
import org.plumbline.index.build.Sha256;

/// Documents, queries and judgements in the layout of BEIR (Thakur et al., 2021): `corpus.jsonl`, `queries.jsonl`,
/// and for each split of the queries `qrels/SPLIT.tsv`.
///
/// @param qrels the file of the split that is measured
public record BeirFolder(Path folder, Path qrels) {

    private static final String CORPUS = "corpus.jsonl";
    private static final String QUERIES = "queries.jsonl";
    private static final String QRELS = "qrels";
    private static final String ENDING = ".tsv";

    /// Opens a folder.
    ///
    /// @param split which of its splits is measured; null for the only one
    /// @throws WrongInputException where it is not in this layout, has no such split, or has several and none is
    ///     named
    public static BeirFolder open(Path folder, @Nullable String split) throws IOException {
        for (String name : List.of(CORPUS, QUERIES)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new WrongInputException(folder + " has no " + name + ": give a folder in BEIR's layout");
            }
        }
        SortedMap<String, Path> splits = splits(folder);
        if (split == null && splits.size() > 1) {
            throw new WrongInputException(
                    folder + " has several splits: name one with --split, of " + String.join(", ", splits.keySet()));
        }
        Path qrels = splits.get(split == null ? splits.firstKey() : split);
        if (qrels == null) {
            throw new WrongInputException(
                    folder + " has no split \"" + split + "\": it has " + String.join(", ", splits.keySet()));
        }
        return new BeirFolder(folder, qrels);
    }

    private static SortedMap<String, Path> splits(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve(QRELS))) {
            throw new WrongInputException(folder + " has no folder qrels: give a folder in BEIR's layout");
        }
        SortedMap<String, Path> splits = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(QRELS))) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    splits.put(name.substring(0, name.length() - ENDING.length()), file);
                }
            });
        }
        if (splits.isEmpty()) {
            throw new WrongInputException(folder.resolve(QRELS) + " has no file .tsv: add one with judgements");
        }
        return splits;
    }

    public List<JudgedDocument> documents() throws IOException {
        List<JudgedDocument> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        objects(CORPUS, (place, node) -> {
            String id = id(place, node);
            if (!ids.add(id)) {
                throw new WrongInputException(place + ": document " + id + " is there twice; take one out");
            }
            documents.add(new JudgedDocument(id, node.path("title").asText(), text(place, node), List.of()));
        });
        return documents;
    }

    /// The words of each query by its id.
    Map<String, String> queries() throws IOException {
        Map<String, String> queries = new TreeMap<>();
        objects(QUERIES, (place, node) -> {
            String id = id(place, node);
            String words = text(place, node);
            if (words.isBlank()) {
                throw new WrongInputException(place + ": query " + id + " has no words; give it some or take it out");
            }
            if (queries.put(id, words) != null) {
                throw new WrongInputException(place + ": query " + id + " is there twice; take one out");
            }
        });
        return queries;
    }

    /// The grade of each judged document, by query and document. The first line may be a heading.
    Map<String, Map<String, Integer>> judgements() throws IOException {
        Map<String, Map<String, Integer>> judgements = new TreeMap<>();
        int[] repeated = {0};
        lines(qrels, (number, row) -> {
            String[] columns = row.split("\t", -1);
            boolean isJudgement = columns.length == 3 && columns[2].strip().matches("-?\\d{1,9}");
            if (!isJudgement && (number > 1 || columns.length != 3)) {
                throw new WrongInputException(qrels + ", line " + number + ": \"" + row
                        + "\" is not query, document and grade with tabs between them; mend it");
            }
            if (isJudgement) {
                Integer before = judgements
                        .computeIfAbsent(columns[0], _ -> new TreeMap<>())
                        .put(columns[1], Integer.valueOf(columns[2].strip()));
                repeated[0] += before == null ? 0 : 1;
            }
        });
        if (repeated[0] > 0) {
            System.err.println(Printable.line(
                    qrels + ": " + repeated[0] + " judgements repeat an earlier one, in whose place they count"));
        }
        return judgements;
    }

    /// Names the data by its bytes.
    public String digest() throws IOException {
        Sha256 digest = new Sha256();
        digest.field(Sha256.ofFile(folder.resolve(CORPUS)));
        digest.field(Sha256.ofFile(folder.resolve(QUERIES)));
        digest.field(Sha256.ofFile(qrels));
        return HexFormat.of().formatHex(digest.bytes());
    }

    private interface EachObject {

        void object(String place, JsonNode node);
    }

    private interface EachLine {

        /// @param number from 1
        void line(int number, String line);
    }

    private static String id(String place, JsonNode node) {
        String id = node.path("_id").asText();
        if (id.isBlank()) {
            throw new WrongInputException(place + ": no _id; each line is an object with _id and text");
        }
        return id;
    }

    private static String text(String place, JsonNode node) {
        if (!node.path("text").isTextual()) {
            throw new WrongInputException(place + ": no text; each line is an object with _id and text");
        }
        return node.path("text").asText();
    }

    private void objects(String name, EachObject each) throws IOException {
        Path file = folder.resolve(name);
        lines(file, (number, line) -> {
            String place = file + ", line " + number;
            each.object(place, node(place, line));
        });
    }

    /// Gives the lines that are not blank.
    private static void lines(Path file, EachLine each) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    each.line(number, line);
                }
                number++;
            }
        } catch (CharacterCodingException e) {
            throw new WrongInputException(file + " is not in UTF-8: convert it", e);
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
