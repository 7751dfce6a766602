package org.plumbline.index.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.plumbline.citations.Json;
import org.plumbline.index.Query;

/// Questions to measure speed with: SciFact's claims of so many words, in one shuffled order. Those that a process
/// warms up with are never among those that are measured.
///
/// @param warming to be asked first, untimed
/// @param measured to be asked once each
record Claims(List<Query> warming, List<Query> measured) {

    private static final int WARMING = 40;

    Claims {
        warming = List.copyOf(warming);
        measured = List.copyOf(measured);
    }

    /// Claims of 10 to 20 words.
    static Claims sentences(Path data, int most) throws IOException {
        return of(data, 10, 20, most);
    }

    /// Claims of fewer words.
    static Claims shorter(Path data, int most) throws IOException {
        return of(data, 2, 9, most);
    }

    private static Claims of(Path data, int fewestWords, int mostWords, int most) throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("retrieval/scifact-train/queries.jsonl"))) {
            List<Query> claims = new ArrayList<>(lines.map(
                            line -> Json.read(line, JsonNode.class).path("text").asText())
                    .filter(claim ->
                            claim.split("\\s+").length >= fewestWords && claim.split("\\s+").length <= mostWords)
                    .distinct()
                    .map(claim -> Query.words(claim.replace('"', ' ')))
                    .toList());
            Collections.shuffle(claims, new Random(1));
            return new Claims(
                    claims.subList(0, WARMING),
                    claims.stream().skip(WARMING).limit(most).toList());
        }
    }
}
