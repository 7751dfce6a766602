package org.plumbline.index.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.citations.Json;

/// Guards the weights of the modes on twenty of SciFact's training claims, the documents relevant to them and the
/// eight nearest to each by words. The claims were chosen because the modes differ on them: what comes out is no
/// measure of
/// how well a mode ranks.
class ModesOnScifactTest {

    /// One claim's first document at place two instead of one changes a mean by half of this.
    private static final double TOLERANCE = 0.02;

    @TempDir
    Path folder;

    @Test
    void ranksAsExpectedInEachMode() throws IOException {
        JsonNode part = resource("scifact-part.json");
        Path data = Evaluated.dataOr("the modes are not measured");
        BeirFolder collection = BeirFolder.open(data.resolve("retrieval/scifact-train"), null);
        Set<String> wanted = strings(part.path("documents"));
        List<JudgedDocument> documents = collection.documents().stream()
                .filter(document -> wanted.contains(document.id()))
                .toList();
        assertThat(documents).hasSameSizeAs(wanted);
        Map<String, String> queries = collection.queries();
        Map<String, Map<String, Integer>> judgements = collection.judgements();
        List<Ranks> modes = List.of(Ranks.BM25, Ranks.DENSE, Ranks.HYBRID, Ranks.RERANK, Ranks.UNEMBEDDED);
        try (Rankers rankers = Rankers.build(documents, modes, folder)) {
            for (Ranks mode : modes) {
                Ranker ranker = rankers.of(mode);
                double sum = 0;
                for (String claim : strings(part.path("claims"))) {
                    List<String> ranking = ranker.rank(Objects.requireNonNull(queries.get(claim)), 100);
                    sum += RankingMeasures.of(ranking, Objects.requireNonNull(judgements.get(claim)))
                            .ndcg10();
                }
                assertThat(sum / part.path("claims").size())
                        .as("nDCG@10 of " + mode.word())
                        .isCloseTo(expected(mode), within(TOLERANCE));
            }
        }
    }

    private double expected(Ranks mode) throws IOException {
        JsonNode value = resource("expected-scifact-part.json").path(mode.word());
        assertThat(value.isNumber()).as(mode.word()).isTrue();
        return value.asDouble();
    }

    private JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            return Json.LINE.readTree(in);
        }
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new LinkedHashSet<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }
}
